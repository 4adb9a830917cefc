import type { Directory } from '../cases/directory.js';
import { withList, type ListDesk } from './suggestion-list.js';

/** Takes somebody's lines off every list of suggestions: officials' private chats and work groups have one each. */
export async function forgetLines(
  desk: ListDesk,
  directory: Directory,
  ids: ReadonlySet<string>,
): Promise<number> {
  const rooms = directory.groups.flatMap((group) => (group.roomId === null ? [] : [group.roomId]));
  const chats = [...new Set([...directory.officials.flatMap((one) => one.contacts), ...rooms])];
  let count = 0;
  for (const chat of chats) {
    await withList(desk, chat, (list) => {
      const left = list.filter((line) => !ids.has(line.who));
      count += list.length - left.length;
      return left;
    });
  }
  return count;
}
