import type { AccountTiming } from './account-options.js';

export interface AlarmOptions {
  timing: Pick<AccountTiming, 'logoutAlarmMs' | 'awayAlarmMs'>;
  alarm: (what: string) => void;
  /** Why the gateway is away, at the moment of the alarm. */
  whyAway: () => string;
}

/** What gateways write when WeChat has shut an account out. */
const BANNED =
  /封号|被封|封禁|冻结|禁止登录|登录环境异常|存在风险|account.{0,20}(?:banned|blocked|restricted)|forbidden to log ?in/i;

/** Tells of what people must mend outside WeChat, once for each episode. */
export class Alarms {
  readonly #options: AlarmOptions;
  #away: NodeJS.Timeout | null = null;
  #out: NodeJS.Timeout | null = null;
  #banned = false;

  constructor(options: AlarmOptions) {
    this.#options = options;
  }

  /** The gateway is away (also before the first connection). */
  away(): void {
    const { timing, alarm, whyAway } = this.#options;
    const tell = (): void => alarm(`away from the gateway for ${minutes(timing.awayAlarmMs)}: ${whyAway()}`);
    this.#away ??= setTimeout(tell, timing.awayAlarmMs);
  }

  back(): void {
    if (this.#away) clearTimeout(this.#away);
    this.#away = null;
  }

  loggedOut(reason: string): void {
    const { timing, alarm } = this.#options;
    const tell = (): void => alarm(`logged out for ${minutes(timing.logoutAlarmMs)}: ${reason}`);
    this.#out ??= setTimeout(tell, timing.logoutAlarmMs);
  }

  loggedIn(): void {
    if (this.#out) clearTimeout(this.#out);
    this.#out = null;
    this.#banned = false;
  }

  /** An error or logout reason of the gateway. */
  said(error: string): void {
    if (this.#banned || !BANNED.test(error)) return;
    this.#banned = true;
    this.#options.alarm('the gateway says that WeChat has shut the account out');
  }

  stop(): void {
    if (this.#away) clearTimeout(this.#away);
    if (this.#out) clearTimeout(this.#out);
  }
}

function minutes(ms: number): string {
  return `${Math.round(ms / 6000) / 10} min`;
}
