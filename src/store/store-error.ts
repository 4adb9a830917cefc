/** What is the matter with the store, for /readyz and for whoever decides whether to try again. */
export type StoreFault =
  | 'unreachable' // no connection, or no answer in time
  | 'refuses_writes' // disk or memory full, or a replica: reads still work
  | 'not_ready' // loading its data, or a cluster without all its slots
  | 'unconfirmed' // written, but not yet on as many replicas as asked for
  | 'no_access' // wrong password, or not permitted
  | 'damaged' // what stands under a key cannot be read
  | 'refused_command'; // anything else the server would not do

const PATTERNS: [RegExp, StoreFault, string][] = [
  [/\bOOM\b/, 'refuses_writes', 'its memory is full: raise maxmemory, or give the machine more'],
  [/\bMISCONF\b/, 'refuses_writes', 'it cannot write to its disk: free space, then look into its log'],
  [/\bREADONLY\b/, 'refuses_writes', 'it is a read-only replica: point REDIS_URL at the primary'],
  [/\bNOREPLICAS\b/, 'refuses_writes', 'too few replicas are connected (min-replicas-to-write)'],
  [/\b(LOADING|BUSY|MASTERDOWN)\b/, 'not_ready', 'it is still loading its data: wait'],
  [/\b(CLUSTERDOWN|TRYAGAIN)\b|slots? (is|are) not served|refresh slots cache/i, 'not_ready', 'the cluster has slots without a node'],
  [/\b(NOAUTH|WRONGPASS|NOPERM)\b|invalid password|without any password/i, 'no_access', 'check the user and password in REDIS_URL'],
  [/ECONN|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|timed out|Connection is closed|max retries|isn't writeable|All sentinels|Failed to connect/i, 'unreachable', 'is it running, and is REDIS_URL right?'],
]; // prettier-ignore

/** A fault of the store: infrastructure, never a refusal of a use case. Holds no content and no password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly fault: StoreFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The content under one key cannot be read; everything else can. */
export class DamagedError extends StoreError {
  constructor(
    readonly key: string,
    detail: string,
  ) {
    super(
      'damaged',
      `Redis key ${key} is damaged (${detail}): restore it from a backup, or move it away by RENAME`,
    );
  }
}

/** Turns whatever the client threw into a typed fault. */
export function toStoreError(error: unknown, doing: string): StoreError {
  if (error instanceof StoreError) return error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const found = PATTERNS.find(([pattern]) => pattern.test(text));
  if (!found)
    return new StoreError('refused_command', `Redis refused ${doing}: ${firstLine(error)}`, { cause: error });
  const [, fault, hint] = found;
  return new StoreError(fault, `Redis cannot do ${doing} (${firstLine(error)}); ${hint}`, { cause: error });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.slice(0, 200) ?? '';
}
