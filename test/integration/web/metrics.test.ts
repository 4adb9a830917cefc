import { World } from './web-fixture.js';

describe('metrics', () => {
  let world: World;
  beforeEach(async () => {
    world = await new World().start();
  });
  afterEach(() => world.web.stop());

  async function lines(name: string): Promise<string[]> {
    const { text } = await world.raw('/metrics');
    return text.split('\n').filter((line) => line.startsWith(`huiyin_${name}`));
  }

  it('speaks Prometheus', async () => {
    const answer = await world.raw('/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/u);
    expect(answer.text).toContain('huiyin_process_resident_memory_bytes');
  });

  it('counts what happened', async () => {
    const { metrics } = world;
    metrics.heard('chatter');
    metrics.heard('chatter');
    metrics.heard('command');
    metrics.unreadable();
    metrics.opened('utility', false);
    metrics.sent('unknown');
    metrics.jobFailed('intake');
    expect(await lines('messages_heard_total')).toEqual([
      'huiyin_messages_heard_total{outcome="chatter"} 2',
      'huiyin_messages_heard_total{outcome="command"} 1',
    ]);
    expect(await lines('messages_unreadable_total')).toEqual(['huiyin_messages_unreadable_total 1']);
    expect(await lines('sends_total')).toEqual(['huiyin_sends_total{result="unknown"} 1']);
    expect(await lines('job_failures_total')).toEqual(['huiyin_job_failures_total{queue="intake"} 1']);
  });

  it('counts no sealed case anywhere', async () => {
    world.metrics.opened('village_affairs', true);
    world.metrics.opened('welfare', false);
    expect(await lines('cases_opened_total')).toEqual(['huiyin_cases_opened_total{category="welfare"} 1']);
  });

  it('measures delays and gaps in seconds', async () => {
    world.metrics.intake('command', 300);
    world.metrics.intake('command', -5);
    world.metrics.gap(2_700);
    expect(await lines('intake_delay_seconds_sum')).toEqual([
      'huiyin_intake_delay_seconds_sum{outcome="command"} 0.3',
    ]);
    expect(await lines('gateway_gaps_total')).toEqual(['huiyin_gateway_gaps_total 1']);
    expect(await lines('gateway_recovery_seconds_sum')).toEqual(['huiyin_gateway_recovery_seconds_sum 2.7']);
    expect((await lines('gateway_recovery_seconds_bucket')).join('\n')).toContain('{le="5"} 1');
  });

  it('asks anew at each scrape, and leaves out what gives no answer', async () => {
    let connected: boolean | null = true;
    let redis = async (): Promise<boolean> => true;
    let pending = async (): Promise<number> => 7;
    world.metrics.observe({
      gatewayConnected: () => connected,
      redisUp: () => redis(),
      outboxPending: () => pending(),
      breakers: () => [{ service: 'reader', open: connected === null }],
    });
    expect(await lines('gateway_connected')).toEqual(['huiyin_gateway_connected 1']);
    expect(await lines('outbox_pending')).toEqual(['huiyin_outbox_pending 7']);
    expect(await lines('remote_breaker_open')).toEqual(['huiyin_remote_breaker_open{service="reader"} 0']);
    connected = null;
    redis = () => Promise.reject(new Error('away'));
    pending = () => Promise.reject(new Error('away'));
    expect(await lines('gateway_connected')).toEqual([]);
    expect(await lines('redis_up')).toEqual(['huiyin_redis_up 0']);
    expect(await lines('remote_breaker_open')).toEqual(['huiyin_remote_breaker_open{service="reader"} 1']);
    expect(await lines('outbox_pending')).toEqual([]);
    connected = false;
    expect(await lines('gateway_connected')).toEqual(['huiyin_gateway_connected 0']);
  });

  it('methods work without their object', async () => {
    const { jobFailed, heard } = world.metrics;
    jobFailed('send');
    heard('stale');
    expect(await lines('job_failures_total')).toHaveLength(1);
    expect(await lines('messages_heard_total')).toHaveLength(1);
  });
});
