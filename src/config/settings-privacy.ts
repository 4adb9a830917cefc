import { z } from 'zod';
import type { CaseState } from '../cases/words.js';
import { strict } from './issues.js';

/** How long what is kept, and what an export shows. */
export interface PrivacySettings {
  /** Days after its end at which a case of this state is anonymised. */
  retentionDays: Partial<Record<CaseState, number>>;
  /** Exports with names, numbers and private matters. */
  exportFull: boolean;
}

const days = z.int().min(1).max(36_500);

/** Keys of settings.yaml. */
export const privacyKeys = {
  retention: strict({
    closed_days: days.default(730),
    declined_days: days.default(180),
    withdrawn_days: days.default(90),
    merged_days: days.default(730),
    void_days: days.default(30),
  }).prefault({}),
  export_personal: z.enum(['masked', 'full']).default('masked'),
};

export function toPrivacy(file: {
  retention: z.output<typeof privacyKeys.retention>;
  export_personal: 'masked' | 'full';
}): PrivacySettings {
  const { closed_days, declined_days, withdrawn_days, merged_days, void_days } = file.retention;
  return {
    retentionDays: {
      closed: closed_days,
      declined: declined_days,
      withdrawn: withdrawn_days,
      merged: merged_days,
      void: void_days,
    },
    exportFull: file.export_personal === 'full',
  };
}
