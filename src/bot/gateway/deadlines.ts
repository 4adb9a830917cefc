import type { AccountTiming } from '../account-options.js';

const SERVICE = 'wechaty.Puppet';
/** Streams: the first lives as long as the connection, the others carry files. */
const ENDLESS = ['Event'];
const FILES = ['Download', 'Upload', 'MessageFileStream', 'MessageImageStream'];
const FILE_MS = 120_000;
/** Beside a message: worth a short wait, its delivery hangs on it. */
const BESIDE = ['MessageLocation', 'MessageUrl', 'MessageMiniProgram', 'RoomMemberPayload', 'ContactPayload'];
const BESIDE_MS = 3000;
const START_MS = 20_000;
const DEFAULT_MS = 15_000;

/**
 * gRPC's own service configuration: no call through this client waits for ever, wechaty's included. Retries are
 * off: a send leaves once.
 */
export function serviceConfig(timing: Pick<AccountTiming, 'payloadDeadlineMs' | 'sendDeadlineMs'>): string {
  const methods = [
    { name: named(ENDLESS) },
    { name: named(FILES), timeout: duration(FILE_MS) },
    { name: named(['Start']), timeout: duration(START_MS) },
    { name: named(['MessageSendText']), timeout: duration(timing.sendDeadlineMs) },
    // Files are larger, and travel on to the platform before the answer.
    { name: named(['MessageSendFile']), timeout: duration(4 * timing.sendDeadlineMs) },
    { name: named(['MessagePayload']), timeout: duration(timing.payloadDeadlineMs) },
    { name: named(BESIDE), timeout: duration(BESIDE_MS) },
    { name: [{}], timeout: duration(DEFAULT_MS) },
  ];
  return JSON.stringify({ loadBalancingConfig: [], methodConfig: methods });
}

function named(methods: string[]): { service: string; method: string }[] {
  return methods.map((method) => ({ service: SERVICE, method }));
}

function duration(ms: number): { seconds: number; nanos: number } {
  return { seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1_000_000 };
}
