import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { raiseAlarm } from '../../../src/main/alarm.js';

const log = pino({ level: 'silent' });

describe('an alarm outside WeChat', () => {
  let server: Server;
  let url = '';
  let answers: number[] = [];
  let bodies: string[] = [];
  beforeEach(async () => {
    [answers, bodies] = [[], []];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (bytes: Buffer) => (body += bytes.toString()));
      request.on('end', () => {
        bodies.push(body);
        response.writeHead(answers.shift() ?? 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=secret`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is posted as JSON with its time', async () => {
    await raiseAlarm(url, 'logged out for 2 minutes', Date.parse('2026-05-02T09:00:00+08:00'), log);
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
      { product: 'huiyin', alarm: 'logged out for 2 minutes', at: '2026-05-02T01:00:00.000Z' },
    ]);
  });

  it('is tried again when the receiver fails, and ends there', async () => {
    answers = [500, 200];
    await raiseAlarm(url, 'gateway away', 0, log);
    expect(bodies).toHaveLength(2);
  });

  it('without a receiver it is only logged', async () => {
    await expect(raiseAlarm(null, 'gateway away', 0, log)).resolves.toBeUndefined();
    expect(bodies).toEqual([]);
  });
});
