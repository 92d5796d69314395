import type { z } from 'zod';
import type { Here, Turn } from '../../src/bot/turn.ts';
import { type Answer, answerSchema } from '../../src/knowledge/answer.ts';
import { type Commune, communeSchema } from '../../src/knowledge/commune.ts';
import type { CommuneKnowledge, Knowledge } from '../../src/knowledge/knowledge.ts';
import { national } from '../../src/knowledge/override.ts';
import { type Plan, planSchema } from '../../src/knowledge/plan.ts';
import { type Procedure, procedureSchema } from '../../src/knowledge/procedure.ts';
import type { Examples } from '../../src/knowledge/examples.ts';
import { emptyVocabulary, type Vocabulary } from '../../src/knowledge/vocabulary.ts';
import { plainCalendar } from '../../src/model/calendar.ts';
import type { BotEvent, EventOf, EventType, TextEvent } from '../../src/model/event.ts';
import { emptyPolicy } from '../../src/model/feedback.ts';
import { newSession } from '../../src/model/session.ts';
import { draftOf } from '../../src/model/report.ts';
import { openTicket, type Ticket } from '../../src/model/ticket.ts';
import { createSearch } from '../../src/search/search.ts';

export const TODAY = '2026-11-21';
/** Nine in the morning of that day in Viet Nam. */
export const NOW = new Date('2026-11-21T02:00:00Z');

type With<Schema extends z.ZodType> = Partial<z.input<Schema>>;

const provenance = {
  status: 'published',
  source: {
    title: 'Cổng Dịch vụ công quốc gia',
    decision: '163/QĐ-BTP',
    url: null,
    asOf: '2026-06-10',
  },
  checkedOn: TODAY,
  checkedBy: 'Nhóm biên tập',
} as const;

/** A procedure: registering a birth, unless told otherwise. */
export function procedure(overrides: With<typeof procedureSchema> = {}): Procedure {
  return procedureSchema.parse({
    ...provenance,
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    shortName: 'Đăng ký khai sinh',
    field: 'ho-tich',
    depth: 'facts',
    aliases: ['làm giấy khai sinh cho con', 'khai sinh cho trẻ sơ sinh'],
    summary: 'Đăng ký khai sinh lần đầu cho trẻ mới sinh.',
    agency: {
      level: 'commune',
      submitTo: 'Trung tâm Phục vụ hành chính công',
      decidedBy: 'UBND xã',
    },
    steps: ['Nộp giấy chứng sinh.', 'Nhận Giấy khai sinh.'],
    documents: [{ items: [{ name: 'Giấy chứng sinh', need: 'submit', originals: 1 }] }],
    fees: [{ kind: 'free', what: 'Lệ phí khai sinh' }],
    processingTime: [{ value: 1, unit: 'working-day' }],
    channels: [{ kind: 'in-person' }, { kind: 'online' }],
    onlineLevel: 'full',
    links: { page: null, byCode: 'https://dichvucong.gov.vn/1.001193' },
    result: ['Giấy khai sinh'],
    conditions: ['Trẻ sinh tại Việt Nam'],
    legalBasis: ['60/2014/QH13'],
    ...overrides,
  });
}

/** Another procedure, so that there is something to confuse the first with. */
export function marriage(overrides: With<typeof procedureSchema> = {}): Procedure {
  return procedure({
    code: '1.000894',
    name: 'Thủ tục đăng ký kết hôn',
    shortName: 'Đăng ký kết hôn',
    aliases: ['làm giấy kết hôn', 'đăng ký cưới'],
    summary: 'Hai bên nam, nữ đăng ký làm vợ chồng.',
    documents: [{ items: [{ name: 'Tờ khai đăng ký kết hôn', need: 'submit' }] }],
    fees: [{ kind: 'free', what: 'Lệ phí kết hôn' }],
    result: ['Giấy chứng nhận kết hôn'],
    ...overrides,
  });
}

/** A written answer: how to pay, unless told otherwise. */
export function answer(overrides: With<typeof answerSchema> = {}): Answer {
  return answerSchema.parse({
    ...provenance,
    id: 'tra-tien',
    kind: 'faq',
    title: 'Trả tiền mặt hay chuyển khoản?',
    aliases: ['quét mã để trả tiền', 'trả bằng tiền mặt', 'chuyển khoản cho xã', 'quẹt thẻ'],
    answer: ['Anh/chị trả tiền mặt tại quầy hoặc quét mã QR.'],
    ...overrides,
  });
}

/** A plan with one task for the third quarter, unless told otherwise. */
export function plan(overrides: With<typeof planSchema> = {}): Plan {
  return planSchema.parse({
    ...provenance,
    id: 'ke-hoach-2026',
    title: 'Kế hoạch Cải cách hành chính năm 2026',
    shortTitle: 'Kế hoạch cải cách hành chính 2026',
    number: '12/KH-UBND',
    issuedOn: '2026-01-10',
    issuedText: 'Nấm Dẩn, ngày 10 tháng 01 năm 2026',
    issuer: 'UBND xã Nấm Dẩn',
    signer: null,
    period: { from: '2026-01-01', to: '2026-12-31' },
    basis: [],
    purposes: ['Phục vụ người dân tốt hơn.'],
    requirements: [],
    audience: null,
    contents: [{ title: 'Đơn giản hóa thủ tục', text: 'Rà soát, cắt giảm giấy tờ.' }],
    forms: ['Phát thanh'],
    targets: ['95% hồ sơ đúng hạn'],
    funding: null,
    responsibilities: [{ unit: 'Phòng Văn hóa – Xã hội', duties: ['Theo dõi, đôn đốc.'] }],
    tasks: [dialogueTask()],
    aliases: ['cải cách hành chính năm nay', 'kế hoạch của xã', 'xã làm gì trong năm'],
    ...overrides,
  });
}

type TaskInput = z.input<typeof planSchema>['tasks'][number];

/** A task of a plan: the dialogue with residents in the third quarter, unless told otherwise. */
export function dialogueTask(overrides: Partial<TaskInput> = {}): TaskInput {
  return {
    id: 'pl-1',
    group: null,
    origin: 'annex',
    text: 'Tổ chức đối thoại giữa chính quyền với người dân về thủ tục hành chính',
    lead: ['Văn phòng HĐND và UBND xã'],
    partners: ['Các thôn'],
    output: 'Hội nghị đối thoại',
    due: { text: 'Quý III', from: '2026-07-01', to: '2026-09-30' },
    ...overrides,
  };
}

/** The commune of Nấm Dẩn, with every contact still to be filled in, unless told otherwise. */
export function commune(overrides: With<typeof communeSchema> = {}): Commune {
  const contact = { address: null, phone: null, email: null, website: null };
  return communeSchema.parse({
    ...provenance,
    slug: 'nam-dan',
    name: 'xã Nấm Dẩn',
    shortName: 'Nấm Dẩn',
    province: 'tỉnh Tuyên Quang',
    ticketPrefix: 'ND',
    office: contact,
    serviceCentre: { name: 'Trung tâm Phục vụ hành chính công', ...contact, hours: null },
    police: { name: 'Công an xã Nấm Dẩn', phone: null, address: null },
    departments: [],
    feedbackChannels: null,
    ...overrides,
  });
}

/** Vocabulary that knows nothing but the pieces given. */
export function vocabulary(pieces: Partial<VocabularyPieces> = {}): Vocabulary {
  const { fillers = [], kinship = [], concepts = [], popular = [] } = pieces;
  return {
    abbreviations: { entries: pieces.abbreviations ?? {} },
    chat: { entries: pieces.chat ?? {} },
    concepts: { entries: [...concepts] },
    oldNames: emptyVocabulary.oldNames,
    fillers: { ...emptyVocabulary.fillers, phrases: [...fillers], kinship: [...kinship] },
    facets: { ...emptyVocabulary.facets, rules: pieces.facets ?? [] },
    facetQuestions: emptyVocabulary.facetQuestions,
    intents: { entries: pieces.intents ?? {} },
    popular: { codes: [...popular] },
  };
}

type VocabularyPieces = {
  abbreviations: Vocabulary['abbreviations']['entries'];
  chat: Vocabulary['chat']['entries'];
  concepts: Vocabulary['concepts']['entries'];
  fillers: readonly string[];
  kinship: readonly string[];
  facets: Vocabulary['facets']['rules'];
  intents: Vocabulary['intents']['entries'];
  popular: readonly string[];
};

type KnowledgeParts = {
  procedures?: readonly Procedure[];
  answers?: readonly Answer[];
  communes?: readonly CommuneKnowledge[];
  vocabulary?: Vocabulary;
  examples?: Examples;
};

/** Knowledge of exactly these records. */
export function knowledgeOf(parts: KnowledgeParts): Knowledge {
  const { procedures = [], answers = [], communes = [], vocabulary = emptyVocabulary } = parts;
  return {
    procedures: new Map(procedures.map((one) => [one.code, one])),
    answers,
    communes: new Map(communes.map((one) => [one.commune.slug, one])),
    vocabulary,
    examples: parts.examples ?? new Map(),
  };
}

type HereParts = KnowledgeParts &
  Partial<Pick<Here, 'day' | 'publicUrl' | 'officerMinutes'>> &
  Partial<Pick<CommuneKnowledge, 'feedback' | 'calendar'>> & {
    commune?: Commune;
    plans?: readonly Plan[];
    localAnswers?: readonly Answer[];
  };

/** A commune on a day, with exactly these records. */
export function hereWith(parts: HereParts = {}): Here {
  const { plans = [], localAnswers = [], day = TODAY, publicUrl, officerMinutes = 60 } = parts;
  const local = {
    commune: parts.commune ?? commune(),
    plans,
    answers: localAnswers,
    procedures: new Map((parts.procedures ?? []).map((one) => [one.code, national(one)])),
    feedback: parts.feedback ?? emptyPolicy,
    calendar: parts.calendar ?? plainCalendar,
  };
  const knowledge = knowledgeOf({ ...parts, communes: [...(parts.communes ?? []), local] });
  const search = createSearch(knowledge, local, day);
  return { knowledge, local, search, day, publicUrl, officerMinutes };
}

const sender = { id: 'm1', oaId: '388613280878808645', userId: '246845883529197922', at: NOW };

/** The resident types something. */
export function says(text: string): TextEvent {
  return { ...sender, type: 'text', text };
}

/** The resident does something else than typing; `details` are what that kind of event carries. */
export function does<T extends EventType>(
  type: T,
  details: Omit<EventOf<T>, keyof typeof sender | 'type'>,
) {
  return { ...sender, type, ...details };
}

/** One event of a conversation, as the bot sees it. */
export function turn<E extends BotEvent>(
  event: E,
  { here = hereWith(), session, tickets = [], now = NOW }: Partial<Turn> = {},
): Turn<E> {
  return { event, here, session: session ?? newSession(now), tickets, now };
}

/** The procedure for who wants to denounce. */
export function denouncing(): Procedure {
  return procedure({
    code: '2.002396',
    name: 'Giải quyết tố cáo tại cấp xã',
    shortName: 'Tố cáo tại xã',
    aliases: ['làm đơn tố cáo', 'tố cáo cán bộ xã'],
    result: [],
  });
}

/** A report that was filed. */
export function ticket(overrides: Partial<Ticket> = {}): Ticket {
  const opened = openTicket({
    oaId: sender.oaId,
    userId: sender.userId,
    communeSlug: 'nam-dan',
    eventId: 'm0',
    createdAt: NOW,
    channel: 'zalo',
    ...draftOf('Đường thôn 3 bị sụt hố to'),
  });
  return { ...opened, code: 'ND-2611-0007', ...overrides };
}
