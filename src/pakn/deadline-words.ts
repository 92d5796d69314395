/** How the counting of a limit is told, a line a day. Lengths of time are in milliseconds. */
export const words = {
  filed: (day: string, hour: string) => `${day}: nhận lúc ${hour}, chưa tính ngày này`,
  day: (day: string, number: number, note: string | undefined) =>
    `${day}: ngày thứ ${number}${note === undefined ? '' : ` (${note})`}`,
  skipped: (day: string, why: string) => `${day}: không tính (${why})`,
  awaited: 'đang chờ người dân bổ sung',
  noHours: 'ngoài giờ làm việc hoặc đang chờ người dân',
  waiting: (day: string, left: number) =>
    `Từ ${day}: tạm dừng chờ người dân bổ sung, còn ${left} ngày làm việc`,
  paused: (day: string) => `Từ ${day}: tạm dừng chờ người dân bổ sung`,
  waitingHours: (day: string, left: number) =>
    `Từ ${day}: tạm dừng chờ người dân bổ sung, còn ${duration(left)} làm việc`,
  hours: (day: string, worked: number) => `${day}: tính ${duration(worked)} làm việc`,
  lastHours: (day: string, worked: number, hour: string) =>
    `${day}: tính nốt ${duration(worked)} làm việc, hết hạn lúc ${hour}`,
  plainDay: (day: string, amount: number) =>
    `${day}: đủ ${amount} ngày tính cả ngày nghỉ (rơi vào ngày nghỉ thì lùi đến ngày làm việc kế tiếp)`,
} as const;

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? `${hours} giờ` : '', rest > 0 ? `${rest} phút` : ''];
  return parts.filter((part) => part !== '').join(' ') || 'dưới một phút';
}
