import { Hono } from 'hono';
import type { SSEStreamingApi } from 'hono/streaming';
import { streamSSE } from 'hono/streaming';
import type { ClockControl, Village, VillageEvent } from './api.js';
import type { DayState } from './day.js';
import { parse, viewerShape } from './inputs.js';
import { lineView, sees } from './view.js';

const CLOCK_EVERY_MS = 10_000;

/** What the page hears live. */
export type PageEvent = { event: string; data: unknown };

/** Everybody who has the page open. */
export class Onlookers {
  private readonly all = new Set<(event: PageEvent) => void>();

  join(hear: (event: PageEvent) => void): () => void {
    this.all.add(hear);
    return () => this.all.delete(hear);
  }

  tell(event: PageEvent): void {
    for (const hear of [...this.all]) hear(event);
  }
}

/** `GET /events?as=…`: lines, recalls, changes of rooms, the clock, the prepared day. */
export function streamRoutes(
  village: Village,
  clock: ClockControl,
  onlookers: Onlookers,
  day: () => DayState,
): Hono {
  const app = new Hono();
  app.get('/events', (c) => {
    const { as } = parse(viewerShape, c.req.query());
    return streamSSE(c, (stream) => watch(stream, as));
  });

  /** Until the page or the village goes. */
  function watch(stream: SSEStreamingApi, as: string): Promise<void> {
    return new Promise((resolve) => {
      const hear = ({ event, data }: PageEvent): void => {
        void stream.writeSSE({ event, data: JSON.stringify(data) });
      };
      const ticking = setInterval(() => hear(clockEvent(clock)), CLOCK_EVERY_MS);
      const leave = [
        () => clearInterval(ticking),
        onlookers.join(hear),
        village.listen((event) => (event.type === 'stop' ? end() : told(event, village, as).forEach(hear))),
      ];
      function end(): void {
        leave.forEach((l) => l());
        resolve();
      }
      stream.onAbort(end);
      [clockEvent(clock), dayEvent(day()), botEvent(village.botConnected)].forEach(hear);
    });
  }
  return app;
}

export function clockEvent(clock: ClockControl): PageEvent {
  return { event: 'clock', data: { now: clock.now() } };
}

export function dayEvent(day: DayState): PageEvent {
  return { event: 'day', data: day };
}

function botEvent(connected: boolean): PageEvent {
  return { event: 'bot', data: { connected } };
}

function told(event: VillageEvent, village: Village, as: string): PageEvent[] {
  switch (event.type) {
    case 'line':
    case 'recall':
      return sees(village, as, event.line) ? [{ event: event.type, data: lineView(event.line) }] : [];
    case 'bot':
      return [botEvent(event.connected)];
    case 'rooms':
      return [{ event: 'rooms', data: {} }];
    case 'stop':
      return [];
  }
}
