import { oaIdFor } from '../../src/simulator/ids.ts';
import { openTicket, type Ticket, type TicketEntry, ticketCode } from '../../src/model/ticket.ts';
import { codeSeries } from '../../src/pakn/ticket-code.ts';
import { residentId } from './signed-events.ts';

/** The communes of the knowledge, with the letters that begin their codes. */
const COMMUNES = [
  ['nam-dan', 'ND'],
  ['dai-son', 'DS'],
  ['ninh-giang', 'NG'],
  ['thuong-phuc', 'TP'],
] as const;
const YEARS = 4;
const DAY_MS = 86_400_000;
const OLD_DAYS = 60; // what is older is done with, but for a few
const RETENTION_DAYS = 731; // after it nobody knows who sent it
const FIELDS = ['Giao thông, đường sá', 'Môi trường, rác thải', 'Điện, chiếu sáng', undefined];
const NAMES = ['Giàng A Sử', 'Lù Thị Mai', 'Nguyễn Văn Hòa', 'Hoàng Thị Lan', 'Sùng Seo Páo'];
const MATTERS = [
  'Đường bị sụt một hố to, xe máy đi qua ngã mấy lần rồi, mong xã cho người ra sửa sớm',
  'Rác đổ ở đầu cầu cả tuần nay không ai thu gom, mùi hôi bay vào lớp mẫu giáo, trẻ con ho nhiều',
  'Đèn đường hỏng từ cột số 12 tới cột số 19, tối trẻ em đi học về rất nguy hiểm',
  'Nước sinh hoạt đục và có mùi lạ, ba ngày nay bà con phải xách nước suối về dùng',
  'Nhà bên cạnh xây lấn ra lối đi chung, gia đình tôi đã nói mà họ vẫn làm',
  'Loa phát thanh kêu to lúc 5 giờ sáng, nhà có người già và trẻ sơ sinh không ngủ được',
  'Mương thủy lợi tắc, ruộng phía dưới không có nước cấy, xin xã cho nạo vét',
  'Tôi nộp hồ sơ đất đai quá hẹn mười ngày chưa có kết quả, hỏi thì được bảo chờ',
];

/** So many reports of four communes, spread evenly over the last four years, as they would stand. Always the same. */
export function* manyCases(count: number, now: Date): Generator<Ticket> {
  for (let i = 0; i < count; i++) {
    const [communeSlug, prefix] = COMMUNES[i % COMMUNES.length] ?? COMMUNES[0];
    const createdAt = new Date(now.getTime() - (1 - (i + 1) / count) * YEARS * 365 * DAY_MS);
    const age = (now.getTime() - createdAt.getTime()) / DAY_MS;
    const isKnown = age < RETENTION_DAYS;
    const place = i % 3 === 0 ? undefined : `Thôn ${(i % 17) + 1}`;
    const opened = openTicket({
      communeSlug,
      createdAt,
      content: `${MATTERS[i % MATTERS.length] ?? ''}. Thôn ${(i % 23) + 1}, gần nhà số ${i % 301}.`,
      place,
      reporter: {
        name: isKnown ? NAMES[i % NAMES.length] : undefined,
        phone: isKnown ? `09${String(10_000_000 + ((i * 7919) % 89_999_999))}` : undefined,
        address: place,
      },
      imageUrls: [],
      fileUrls: [],
      location: undefined,
      oaId: oaIdFor(communeSlug),
      userId: isKnown ? residentId(i % 1500) : '',
      eventId: `many:${i}`,
      channel: 'zalo',
    });
    const code = ticketCode(codeSeries(prefix, createdAt), i);
    yield { ...opened, code, ...courseOf(opened, i, now), field: FIELDS[i % FIELDS.length] };
  }
}

type Opened = Omit<Ticket, 'code'>;

/** What became of a report: most old ones have an end, the new ones stand anywhere. */
function courseOf({ createdAt }: Opened, i: number, now: Date): Partial<Ticket> {
  const dueAt = new Date(createdAt.getTime() + 15 * DAY_MS);
  const age = (now.getTime() - createdAt.getTime()) / DAY_MS;
  const common = { standing: 'official', category: 'on-site', dueAt, version: 4 } as const;
  if (i % 40 === 0) {
    const nudged = entry(createdAt, 46, ['nudge', 'in-progress', 'in-progress'], 'Quá 45 ngày');
    const timeline = age > 46 ? [...begun(createdAt), nudged] : begun(createdAt);
    return { ...common, state: 'in-progress', timeline };
  }
  if (age < OLD_DAYS) {
    const state = (['new', 'in-progress', 'awaiting-resident', 'awaiting-approval'] as const)[
      i % 4
    ];
    return { ...common, state: state ?? 'new', timeline: state === 'new' ? [] : begun(createdAt) };
  }
  const days = i % 25;
  const at = new Date(createdAt.getTime() + days * DAY_MS);
  const forgotten = entry(createdAt, RETENTION_DAYS + 30, ['anonymise', 'closed', 'closed']);
  return {
    ...common,
    state: 'closed',
    answer: { text: 'Xã đã cho người ra xem và sửa xong.', at, by: OFFICER },
    rating: i % 5 === 0 ? { satisfied: i % 4 !== 0, comment: undefined, at } : undefined,
    timeline: [
      ...begun(createdAt),
      entry(createdAt, days, ['answer', 'in-progress', 'answered'], 'Xã đã sửa xong.'),
      entry(createdAt, days + 16, ['close', 'answered', 'closed']),
      ...(age > RETENTION_DAYS ? [forgotten] : []),
    ],
  };
}

const OFFICER = { type: 'officer', id: 'o-many', name: 'Lý Thị Hoa' } as const;

function begun(createdAt: Date): TicketEntry[] {
  return [
    entry(createdAt, 0.1, ['receive', 'new', 'received']),
    entry(createdAt, 0.2, ['assign', 'received', 'assigned']),
    entry(createdAt, 1, ['start', 'assigned', 'in-progress']),
  ];
}

type Step = readonly [act: string, from: Ticket['state'], to: Ticket['state']];

function entry(createdAt: Date, days: number, [act, from, to]: Step, text?: string): TicketEntry {
  const at = new Date(createdAt.getTime() + days * DAY_MS);
  return { at, by: OFFICER, act, from, to, text, audience: 'internal', messageIds: [] };
}
