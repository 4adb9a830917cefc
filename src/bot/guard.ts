import type { Logger } from 'pino';
import type { AccountHandlers } from './account-port.js';
import { faultLine } from './gateway/fault.js';

type Told = Pick<
  AccountHandlers,
  | 'own'
  | 'unreadable'
  | 'login'
  | 'logout'
  | 'scan'
  | 'gap'
  | 'roomJoin'
  | 'roomLeave'
  | 'roomTopic'
  | 'alarm'
>;

/** The handlers that only listen, so that whatever they throw or reject ends here as one line of log. */
export function guarded(handlers: AccountHandlers, log: Logger): Told {
  const guard =
    <A extends unknown[]>(name: string, act: (...args: A) => unknown) =>
    (...args: A): void => {
      const failed = (error: unknown): void =>
        log.error({ handler: name, error: faultLine(error) }, 'handler failed');
      try {
        void Promise.resolve(act(...args)).catch(failed);
      } catch (error) {
        failed(error);
      }
    };
  return {
    own: guard('own', (message) => handlers.own(message)),
    unreadable: guard('unreadable', (id, error) => handlers.unreadable(id, error)),
    login: guard('login', (self) => handlers.login(self)),
    logout: guard('logout', (reason) => handlers.logout(reason)),
    scan: guard('scan', (qr) => handlers.scan(qr)),
    gap: guard('gap', (from, to) => handlers.gap(from, to)),
    roomJoin: guard('roomJoin', (event) => handlers.roomJoin(event)),
    roomLeave: guard('roomLeave', (event) => handlers.roomLeave(event)),
    roomTopic: guard('roomTopic', (event) => handlers.roomTopic(event)),
    alarm: guard('alarm', (what) => handlers.alarm(what)),
  };
}
