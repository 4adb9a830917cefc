import { setFlagsFromString } from 'node:v8';

/**
 * On a machine with much memory V8 lets its heap grow to four times what is in use before it looks through all of it.
 * The bot shares a small machine with Redis and the gateway: it collects at one and a half times. Nothing limits it.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
