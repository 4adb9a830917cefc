import type { Logger } from 'pino';
import type { AccountCounts } from './account-port.js';
import type { Alarms } from './alarms.js';
import { faultLine } from './gateway/fault.js';
import type { PuppetHooks } from './gateway/puppet.js';
import type { guarded } from './guard.js';
import type { Intake } from './intake/intake.js';
import type { Names } from './message/names.js';
import type { Requests } from './requests.js';
import type { Session } from './session.js';

/** Those who are told what comes through the stream. */
export interface Listeners {
  intake: Intake;
  session: Session;
  names: Names;
  requests: Requests;
  alarms: Alarms;
  told: ReturnType<typeof guarded>;
  counts: AccountCounts;
}

/** Who hears what. `to` is asked at the time of an event: the puppet is made before the others. */
export function createHooks(to: () => Listeners, log: Logger): PuppetHooks {
  const isSelf = (id: string): boolean => to().session.self?.id === id;
  return {
    message(id) {
      to().counts.heard += 1;
      to().intake.hear(id);
    },
    login: (id) => void to().session.login(id),
    logout(reason) {
      to().session.logout(reason);
      to().alarms.said(reason);
    },
    scan: (event) => to().session.scan(event.status, event.qrcode ?? ''),
    friendship: (id) => to().requests.friendship(id),
    invitation: (id) => to().requests.invitation(id),
    roomJoin({ roomId, inviteeIdList, inviterId }) {
      const selfJoined = inviteeIdList.some(isSelf);
      to().told.roomJoin({ roomId, inviteeIds: inviteeIdList, inviterId, selfJoined });
    },
    roomLeave({ roomId, removeeIdList }) {
      to().told.roomLeave({ roomId, removedIds: removeeIdList, selfLeft: removeeIdList.some(isSelf) });
    },
    roomTopic({ roomId, newTopic, changerId }) {
      to().told.roomTopic({ roomId, topic: newTopic, changerId });
    },
    dirty: ({ payloadId }) => to().names.forget(payloadId),
    fault(error) {
      log.warn({ error: faultLine(error) }, 'the gateway reports an error');
      to().alarms.said(error);
    },
    garbage(why) {
      to().counts.garbage += 1;
      log.warn({ why }, 'the gateway sent an event without sense');
    },
  };
}
