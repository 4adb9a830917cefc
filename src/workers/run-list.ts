import type { Actor } from '../cases/case.js';
import type { Verb } from '../cases/command.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { dailyNow, dutyList, overdueList, todoList, watchedList } from './lists.js';
import { opinionNow } from './opinion.js';
import { periodNow } from './period-post.js';

type ListVerb = Extract<
  Verb,
  | 'todo'
  | 'overdue'
  | 'watched'
  | 'duty'
  | 'daily'
  | 'weekly'
  | 'weekly_last'
  | 'monthly'
  | 'monthly_last'
  | 'opinion'
  | 'opinion_last'
>;

/** Lists and posts that an official asks for: 待办, 超期, 督办, 值班, 日报, 周报, 月报, 社情民意. */
export function runList(desk: Desk, item: IntakeItem, by: Actor, verb: ListVerb): Promise<void> {
  switch (verb) {
    case 'todo':
      return todoList(desk, item, by);
    case 'overdue':
      return overdueList(desk, item, by);
    case 'watched':
      return watchedList(desk, item, by);
    case 'duty':
      return dutyList(desk, item, by);
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
