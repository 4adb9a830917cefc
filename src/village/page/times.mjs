const ZONE = { timeZone: 'Asia/Shanghai' };
const clock = new Intl.DateTimeFormat('zh-CN', {
  ...ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const monthDay = new Intl.DateTimeFormat('zh-CN', { ...ZONE, month: 'numeric', day: 'numeric' });
const weekday = new Intl.DateTimeFormat('zh-CN', { ...ZONE, weekday: 'short' });
const DAY_MS = 86_400_000;

/** 08:15 */
export function hourMinute(at) {
  return clock.format(at);
}

/** 5月2日 周六 */
export function dayName(at) {
  const [month, day] = monthDay.formatToParts(at).filter((p) => p.type === 'month' || p.type === 'day');
  return `${month.value}月${day.value}日 ${weekday.format(at)}`;
}

/** As a chat list writes it: today's hour, 昨天, else the date. */
export function listTime(at, now) {
  if (dayName(at) === dayName(now)) return hourMinute(at);
  if (dayName(at) === dayName(now - DAY_MS)) return '昨天';
  return dayName(at).split(' ')[0];
}

/** As it stands between messages. */
export function separatorTime(at, now) {
  if (dayName(at) === dayName(now)) return hourMinute(at);
  if (dayName(at) === dayName(now - DAY_MS)) return `昨天 ${hourMinute(at)}`;
  return `${dayName(at)} ${hourMinute(at)}`;
}
