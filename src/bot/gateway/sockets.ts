import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

interface Catch {
  /** `settled`: what is opened now is not ours. `dead`: what is opened now comes too late. */
  state: 'open' | 'settled' | 'dead';
  sockets: Set<Socket>;
  /** Where they led: `127.0.0.1:8788`. */
  ends: Set<string>;
}

const catching = new AsyncLocalStorage<Catch>();
/**
 * Sockets that nobody caught: all others of the process, and what gRPC opened by itself when a call came between the
 * failing of a settled connection and our letting it go. Those lead where the connection led.
 */
const strays = new Set<WeakRef<Socket>>();
/** Where connections led that were let go lately, and until when gRPC may yet open one more socket there by itself. */
const left = new Map<string, number>();
let listening = false;
let running = 0;

/**
 * gRPC may open one more socket after it was told to close: a connection that had just failed is tried again once its
 * backoff is over (a second and a fifth at most), and would then stand for ever without an owner.
 */
const LATE_MS = 5_000;

/**
 * The sockets that gRPC opens for one connection, which it does not hand out. They are needed at the end: a connection
 * through a hole in the network can only be let go by a reset (a polite close waits minutes for its turn, and the
 * gateway goes on talking to the dead stream), and one that hangs while connecting is never let go at all.
 */
export class ConnectionSockets {
  readonly #catch: Catch = { state: 'open', sockets: new Set(), ends: new Set() };

  /** Runs what makes the connection; sockets opened by it, also later, are ours until `settle`. */
  during(connect: () => void): void {
    listen();
    running += 1;
    catching.run(this.#catch, connect);
  }

  /** gRPC knows the address: it has opened a socket. */
  get begun(): boolean {
    return this.#catch.sockets.size > 0;
  }

  /** The connection stands: no more sockets. */
  settle(): void {
    if (this.#catch.state !== 'open') return;
    this.#catch.state = 'settled';
    caught();
  }

  /** Lets go at once, also of what gRPC is only about to open. */
  reset(): void {
    if (this.#catch.state === 'open') setTimeout(caught, LATE_MS).unref();
    this.#catch.state = 'dead';
    for (const socket of this.#catch.sockets) letGo(socket);
    this.#catch.sockets.clear();
    for (const end of this.#catch.ends) left.set(end, performance.now() + LATE_MS);
    for (const socket of straying()) whenConnected(socket, (end) => wasLeft(end) && letGo(socket));
  }
}

/** Following contexts through every promise costs time: only while something connects. */
function caught(): void {
  running -= 1;
  if (running === 0) catching.disable();
}

function listen(): void {
  if (listening) return;
  listening = true;
  subscribe('net.client.socket', (message) => {
    const to = catching.getStore();
    const socket = (message as { socket?: unknown }).socket;
    if (!(socket instanceof Socket)) return;
    if (to?.state === 'open') keep(to, socket);
    // Node is just about to connect it: a moment later it can be destroyed.
    else if (to?.state === 'dead') setImmediate(letGo, socket);
    else stray(socket);
  });
}

/** Nobody's, as far as we know: where it leads shows whether it comes too late. */
function stray(socket: Socket): void {
  strays.add(new WeakRef(socket));
  if (left.size > 0) whenConnected(socket, (end) => wasLeft(end) && letGo(socket));
}

function wasLeft(end: string): boolean {
  const until = left.get(end) ?? 0;
  if (until > performance.now()) return true;
  left.delete(end);
  return false;
}

function keep({ sockets, ends }: Catch, socket: Socket): void {
  for (const ref of strays) if (gone(ref)) strays.delete(ref);
  sockets.add(socket);
  // Not known any more once it has failed.
  socket.once('connect', () => void ends.add(endOf(socket)));
}

const gone = (ref: WeakRef<Socket>): boolean => ref.deref()?.destroyed ?? true;
const endOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress}:${remotePort}`;

function straying(): Socket[] {
  return [...strays].flatMap((ref) => ref.deref() ?? []).filter((socket) => !socket.destroyed);
}

function whenConnected(socket: Socket, then: (end: string) => void): void {
  // One that has not begun to connect is not yet `connecting`.
  if (socket.connecting || socket.remotePort === undefined) socket.once('connect', () => then(endOf(socket)));
  else then(endOf(socket));
}

/** A socket that is just connecting or ending cannot be reset: Node would lose its handle. */
function letGo(socket: Socket): void {
  socket.on('error', () => undefined);
  if (socket.connecting || socket.writableEnded) socket.destroy();
  else if (!socket.destroyed) socket.resetAndDestroy();
}
