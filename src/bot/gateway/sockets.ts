import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

interface Catch {
  open: boolean;
  sockets: Set<Socket>;
}

const catching = new AsyncLocalStorage<Catch>();
let listening = false;
let running = 0;

/**
 * The sockets that gRPC opens for one connection, which it does not hand out. They are needed at the end: a connection
 * through a hole in the network can only be let go by a reset (a polite close waits minutes for its turn, and the
 * gateway goes on talking to the dead stream), and one that hangs while connecting is never let go at all.
 */
export class ConnectionSockets {
  readonly #catch: Catch = { open: true, sockets: new Set() };

  /** Runs what makes the connection; sockets opened by it, also later, are ours until `settle`. */
  during(connect: () => void): void {
    listen();
    running += 1;
    catching.run(this.#catch, connect);
  }

  /** The connection stands (or is given up): no more sockets. */
  settle(): void {
    if (!this.#catch.open) return;
    this.#catch.open = false;
    running -= 1;
    // Following contexts through every promise costs time: only while connecting.
    if (running === 0) catching.disable();
  }

  /** Lets go at once. */
  reset(): void {
    this.settle();
    for (const socket of this.#catch.sockets) letGo(socket);
    this.#catch.sockets.clear();
  }
}

/** A socket that is just connecting or ending cannot be reset: Node would lose its handle. */
function letGo(socket: Socket): void {
  socket.on('error', () => undefined);
  if (socket.connecting || socket.writableEnded) socket.destroy();
  else if (!socket.destroyed) socket.resetAndDestroy();
}

function listen(): void {
  if (listening) return;
  listening = true;
  subscribe('net.client.socket', (message) => {
    const to = catching.getStore();
    const socket = (message as { socket?: unknown }).socket;
    if (to?.open && socket instanceof Socket) to.sockets.add(socket);
  });
}
