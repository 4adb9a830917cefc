import { describe, expect, it } from '@jest/globals';
import { toStoreError } from '../../../src/store/store-error.js';

describe('a fault of the store', () => {
  it.each([
    [
      "OOM command not allowed when used memory > 'maxmemory'. script: 1f, on @user_script:3.",
      'refuses_writes',
    ],
    ['MISCONF Errors writing to the AOF file: No space left on device', 'refuses_writes'],
    ["READONLY You can't write against a read only replica.", 'refuses_writes'],
    ['NOREPLICAS Not enough good replicas to write.', 'refuses_writes'],
    ['LOADING Redis is loading the dataset in memory', 'not_ready'],
    ['CLUSTERDOWN Hash slot not served', 'not_ready'],
    ['Failed to refresh slots cache.', 'not_ready'],
    ['NOAUTH Authentication required.', 'no_access'],
    ['WRONGPASS invalid username-password pair or user is disabled.', 'no_access'],
    ["NOPERM this user has no permissions to run the 'info' command", 'no_access'],
    ['connect ECONNREFUSED 127.0.0.1:6379', 'unreachable'],
    ['Command timed out', 'unreachable'],
    ['Connection is closed.', 'unreachable'],
    [
      'Reached the max retries per request limit (which is 5). Refer to "maxRetriesPerRequest" option for details.',
      'unreachable',
    ],
    ['WRONGTYPE Operation against a key holding the wrong kind of value', 'refused_command'],
  ])('is told by what Redis says: %s', (message, fault) => {
    const error = toStoreError(new Error(message), 'save');
    expect(error).toMatchObject({ name: 'StoreError', fault });
    expect(error.message).toContain('save');
    expect(error.message).not.toContain('\n');
  });

  it('stays what it is when it was typed before', () => {
    const error = toStoreError(new Error('OOM x'), 'save');
    expect(toStoreError(error, 'other')).toBe(error);
  });
});
