import { Alarms } from '../../../src/bot/alarms.js';
import { Session } from '../../../src/bot/session.js';

function openSession(name = '回音'): { session: Session; told: unknown[]; end: AbortController } {
  const told: unknown[] = [];
  const end = new AbortController();
  const session = new Session({
    over: end.signal,
    ownName: async () => name,
    handlers: {
      login: (self) => void told.push({ login: self }),
      logout: (reason) => void told.push({ logout: reason }),
      scan: (qr) => void told.push({ scan: qr }),
    },
  });
  return { session, told, end };
}

describe('Session', () => {
  it('tells of a login once, however often the gateway says it', async () => {
    const { session, told } = openSession();
    await session.login('a');
    await session.login('a');
    expect(told).toEqual([{ login: { id: 'a', name: '回音' } }]);
    expect(session.state).toBe('in');
  });

  it('tells of another account as logout and login', async () => {
    const { session, told } = openSession();
    await session.login('a');
    await session.login('b');
    expect(told.slice(1)).toEqual([
      { logout: 'another account logged in' },
      { login: { id: 'b', name: '回音' } },
    ]);
  });

  it('tells of a login after a logout again', async () => {
    const { session, told } = openSession();
    await session.login('a');
    session.logout('kicked');
    session.logout('kicked');
    await session.login('a');
    expect(told).toHaveLength(3);
  });

  it('takes a wanted code for a logout, hides a used one', async () => {
    const { session, told } = openSession();
    await session.login('a');
    session.scan(2, 'qr1');
    session.scan(2, 'qr1');
    session.scan(3, 'qr1');
    expect(told.slice(1)).toEqual([
      { logout: 'the gateway asks for a login' },
      { scan: 'qr1' },
      { scan: null },
    ]);
    expect(session.qr).toBeNull();
  });

  it('believes two private talkers, not one, and nobody after a login', async () => {
    const { session } = openSession();
    session.pair('a', 'us');
    session.pair('a', 'us');
    session.pair('us', 'a');
    expect(session.self).toBeNull();
    session.pair('b', 'us');
    expect(session.self?.id).toBe('us');
    session.pair('c', 'them');
    session.pair('d', 'them');
    expect(session.self?.id).toBe('us');
  });

  it('asks for its name later when it cannot be had', async () => {
    const { session, told, end } = openSession('');
    await session.login('a');
    expect(told).toEqual([{ login: { id: 'a', name: '' } }]);
    end.abort();
  });
});

describe('Alarms', () => {
  function alarmsOf(ms: number): { alarms: Alarms; told: string[] } {
    const told: string[] = [];
    const timing = { logoutAlarmMs: ms, awayAlarmMs: ms };
    return {
      told,
      alarms: new Alarms({ timing, alarm: (what) => void told.push(what), whyAway: () => 'refused' }),
    };
  }
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it('tells once for each episode', async () => {
    const { alarms, told } = alarmsOf(20);
    alarms.away();
    alarms.away();
    await wait(60);
    expect(told).toEqual(['away from the gateway for 0 min: refused']);
    alarms.away();
    await wait(40);
    expect(told).toHaveLength(1);
    alarms.back();
    alarms.away();
    await wait(40);
    expect(told).toHaveLength(2);
    alarms.stop();
  });

  it('keeps still when it is mended in time', async () => {
    const { alarms, told } = alarmsOf(30);
    alarms.away();
    alarms.loggedOut('x');
    alarms.back();
    alarms.loggedIn();
    await wait(60);
    expect(told).toEqual([]);
  });

  it.each(['微信号已被封号', '账号已被冻结', 'your account has been blocked'])(
    'knows %p for a ban',
    (said) => {
      const { alarms, told } = alarmsOf(1000);
      alarms.said(said);
      alarms.said(said);
      expect(told).toHaveLength(1);
      alarms.loggedIn();
      alarms.said(said);
      expect(told).toHaveLength(2);
    },
  );

  it('knows other errors for none', () => {
    const { alarms, told } = alarmsOf(1000);
    alarms.said('watchdog reset: 60 s');
    expect(told).toEqual([]);
  });
});
