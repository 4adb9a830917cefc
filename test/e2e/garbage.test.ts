import { Product, until } from '../support/product.js';
import { RawGateway, type RawPayload } from '../support/raw-gateway.js';

const ROOM = '30000000001@chatroom';
const DIRECTORY = `
county: 衡岭县
groups:
  - { id: ${ROOM}, kind: village, place: 店门镇/石门社区 }
people:
  - { name: 周小满, role: village_cadre, place: 店门镇/石门社区, contact: wxid_zhou }
`;

/** What no proper gateway says, as the payload of a message. */
const PAYLOADS: Record<string, RawPayload> = {
  nobody: { talkerId: '', roomId: ROOM, text: '反映：没有人说的话' },
  kind: { talkerId: 'wxid_he', roomId: ROOM, text: '反映：没有这一种', type: 99 },
  past: { talkerId: 'wxid_he', roomId: ROOM, text: '反映：一九七〇年的话', timestamp: 1 },
  control: { talkerId: 'wxid_he', roomId: ROOM, text: '\u0000\u0001\u001b[31m\uFFFF' },
  sheet: { talkerId: 'wxid_he', roomId: ROOM, text: '<?xml version="1.0"?><msg><appmsg/></msg>', type: 16 },
  long: { talkerId: 'x'.repeat(2_000), roomId: ROOM, text: '反映：名字太长' },
};

describe('a gateway that answers garbage', () => {
  it('neither stops the product nor makes it say anything; what is sound is answered', async () => {
    const gateway = await RawGateway.start({ onEvent: () => gateway.login() });
    const sound = { talkerId: 'wxid_he', roomId: ROOM, text: '反映：三组的路灯坏了' };
    gateway.payload = async (id) => PAYLOADS[id] ?? sound;
    const env = {
      WECHATY_PUPPET_SERVICE_ENDPOINT: `127.0.0.1:${gateway.port}`,
      WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_test',
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
    };
    const config = {
      'directory.yaml': DIRECTORY,
      'settings.yaml': 'quiet_hours: off\npacing: off\nworking_hours: off\n',
    };
    const product = await Product.make({ env, config });
    try {
      await product.start();
      await until(
        async () => ((await fetch(`${product.url}/readyz`)).ok ? true : null),
        () => product.errors,
      );
      for (const payload of ['not json', '[]', 'null', '{"messageId":42}', '{}', '"'.repeat(9_999)])
        for (const type of [
          'MESSAGE',
          'ROOM_JOIN',
          'ROOM_TOPIC',
          'FRIENDSHIP',
          'ROOM_INVITE',
          'LOGIN',
          'SCAN',
          'DIRTY',
        ])
          gateway.event(type, payload);
      gateway.event(999, '{"messageId":"x"}');
      for (const id of Object.keys(PAYLOADS)) gateway.message(id);
      gateway.message('sound');
      await until(() => gateway.sent.find((text) => text.includes('三组的路灯坏了')) ?? null, () => product.errors); // prettier-ignore
      expect(gateway.sent).toHaveLength(1);
      expect(gateway.sent[0]).toMatch(/^已收到 #1 三组的路灯坏了/u);
      expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
      // The log names ids and reasons, never words.
      expect(product.errors + product.output).not.toMatch(/没有人说的话|路灯/u);
    } finally {
      await product.remove();
      await gateway.stop();
    }
  });
});
