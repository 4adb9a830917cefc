import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/shape.js';

/** Logs to standard error, so that standard output stays for people; ids and counts only, never chat text or names. */
export function makeLogger(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['token', 'text', 'name', '*.token', '*.text', '*.name', '*.code'], remove: true },
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
