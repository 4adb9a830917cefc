import { Product } from '../support/product.js';
import { freePorts } from '../support/free-ports.js';
import { TestRedis } from '../support/redis.js';

/** Starts the product, which must end with 2 before it serves anything; what it said on stderr. */
async function refused(config: Record<string, string>, env: Record<string, string> = {}): Promise<string> {
  const product = await Product.make({ env, ...(Object.keys(config).length > 0 && { config }) });
  try {
    await expect(product.start()).rejects.toThrow('the product ended with 2');
    expect(product.output).toBe('');
    return product.errors;
  } finally {
    await product.remove();
  }
}

const GROUPS = `
county: 衡岭县
groups:
  - { topic: 石门社区监督服务群, kind: village, place: 店门镇/石门社区 }
`;

describe('a configuration with faults ends it with 2', () => {
  it('and lists every fault of every file and variable at once, with file and line', async () => {
    const errors = await refused(
      {
        'directory.yaml': `${GROUPS}  - { topic: 无处群, kind: village }
people:
  - { name: 周小满, role: village_cadre, place: 店门镇/石门社区, contact: wxid_zhou }
  - { name: 李望秋, role: township_leader, place: 店门镇, contact: wxid_zhou }
  - { name: 田秀云, role: village_cadre, place: 店门镇/没有的村, contact: wxid_tian }
  - { name: 王五, role: emperor, place: 店门镇, contact: wxid_wu }
`,
        'settings.yaml': 'quiet_hours: "25:00-07:00"\ncolour: red\ndaily_at: 18\n',
      },
      { PORT: 'eighty', HUIYIN_CLOCK: 'broken' },
    );
    for (const fault of [
      /directory\.yaml.*place/u,
      /directory\.yaml.*wxid_zhou/u,
      /directory\.yaml.*没有的村/u,
      /directory\.yaml.*role/u,
      /settings\.yaml.*quiet_hours/u,
      /settings\.yaml.*colour/u,
      /settings\.yaml.*daily_at/u,
      /PORT/u,
      /HUIYIN_CLOCK/u,
    ])
      expect(errors).toMatch(fault);
    expect(errors.match(/\.yaml:\d+/gu)?.length).toBeGreaterThanOrEqual(7);
  });

  it('and says where YAML breaks off, beside the faults of the other files', async () => {
    const errors = await refused({
      'directory.yaml': `${GROUPS}people: [ { name: 周小满, role: village_cadre\n`,
      'settings.yaml': 'mode: sometimes\n',
    });
    expect(errors).toMatch(/directory\.yaml:\d+/u);
    expect(errors).toMatch(/settings\.yaml.*mode/u);
  });

  it('and refuses a text with an unknown placeholder, with file and line', async () => {
    const errors = await refused({
      'directory.yaml': GROUPS,
      'messages.zh-CN.yaml': "# ours\nreceipt: '{at}已收到 {matter}。{whoever}{due}回话。'\n",
    });
    expect(errors).toMatch(/messages\.zh-CN\.yaml:2.*\{whoever\}/u);
  });

  it('and never shows a secret that stands in the wrong place', async () => {
    const errors = await refused({}, { WECHATY_PUPPET_SERVICE_TOKEN: 'puppet padlocal s3cr3t' });
    expect(errors).toContain('WECHATY_PUPPET_SERVICE_TOKEN');
    expect(errors).not.toContain('s3cr3t');
  });
});

describe('a Redis that would lose cases is refused, with the line that mends it', () => {
  let redis: TestRedis | null = null;
  afterEach(async () => {
    await redis?.stop();
    redis = null;
  });

  async function refusedBy(settings: [string, string][]): Promise<string> {
    const [port = 0] = await freePorts(1);
    redis = await TestRedis.start({ port, settings });
    return refused({}, { REDIS_URL: redis.address });
  }

  it('one that evicts, and one that keeps nothing: both are told at once', async () => {
    const errors = await refusedBy([
      ['maxmemory-policy', 'allkeys-lru'],
      ['appendonly', 'no'],
    ]);
    expect(errors).toMatch(/evict.*CONFIG SET maxmemory-policy noeviction/u);
    expect(errors).toMatch(/CONFIG SET appendonly yes/u);
    expect(errors.trim().split('\n')).toHaveLength(2);
  });

  it('one that is not there', async () => {
    const [port = 0] = await freePorts(1);
    const errors = await refused({}, { REDIS_URL: `redis://:pa55word@127.0.0.1:${port}` });
    expect(errors).toContain(String(port));
    expect(errors).not.toContain('pa55word');
    expect(errors.trim().split('\n').length).toBeLessThanOrEqual(2);
  });
});
