import type { Actor } from '../cases/case.js';
import type { Verb } from '../cases/command.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { dailyNow } from './lists.js';
import { opinionNow } from './opinion.js';
import { periodNow } from './period-post.js';

type PostVerb = Extract<
  Verb,
  'daily' | 'weekly' | 'weekly_last' | 'monthly' | 'monthly_last' | 'opinion' | 'opinion_last'
>;

/** Posts that an official asks for: 日报, 周报, 月报, 社情民意. */
export function runPost(desk: Desk, item: IntakeItem, by: Actor, verb: PostVerb): Promise<void> {
  switch (verb) {
    case 'daily':
      return dailyNow(desk, item, by);
    case 'weekly':
    case 'weekly_last':
      return periodNow(desk, item, by, 'week', verb === 'weekly_last');
    case 'monthly':
    case 'monthly_last':
      return periodNow(desk, item, by, 'month', verb === 'monthly_last');
    case 'opinion':
    case 'opinion_last':
      return opinionNow(desk, item, by, verb === 'opinion_last');
  }
}
