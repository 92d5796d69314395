import { describe, expect, it } from 'vitest';
import { emptyPolicy } from '../../src/model/feedback.ts';
import { ROLES } from '../../src/model/officer.ts';
import { TICKET_STATES, type Ticket, type TicketState } from '../../src/model/ticket.ts';
import { type Act, ACT_NAMES, type ActName, type Performer } from '../../src/pakn/acts.ts';
import { perform } from '../../src/pakn/perform.ts';
import { allowedActs } from '../../src/pakn/transitions.ts';
import { NOW, ticket } from '../helpers/build.ts';
import { entry, officer, rules } from '../helpers/pakn.ts';

const EVERYBODY: readonly Performer[] = [
  ...ROLES.map((role) => officer(role)),
  { type: 'resident' },
  { type: 'system' },
];

const SAMPLES: { readonly [Name in ActName]: Extract<Act, { name: Name }> } = {
  receive: { name: 'receive' },
  classify: { name: 'classify', category: 'on-site', field: 'Giao thông' },
  assign: { name: 'assign', to: 'o-2', toName: 'Hoàng Thị Mai' },
  start: { name: 'start' },
  'ask-resident': { name: 'ask-resident', text: 'Hố ở gần nhà ai ạ?' },
  resume: { name: 'resume', reason: 'Người dân trả lời qua điện thoại' },
  add: { name: 'add', text: 'Gần nhà văn hóa', attachments: [] },
  identify: {
    name: 'identify',
    reporter: { name: 'Lan', phone: '0912345678', address: undefined },
  },
  submit: { name: 'submit', text: 'Đã lấp hố' },
  approve: { name: 'approve', text: 'Đã lấp hố' },
  return: { name: 'return', reason: 'Ghi rõ ngày' },
  answer: { name: 'answer', text: 'Đã lấp hố' },
  close: { name: 'close' },
  forward: { name: 'forward', to: 'Sở Xây dựng', reason: 'Là đường tỉnh' },
  refuse: { name: 'refuse', reason: 'Không có nội dung cụ thể' },
  merge: { name: 'merge', into: 'ND-2611-0001' },
  unmerge: { name: 'unmerge' },
  reopen: { name: 'reopen', reason: 'Hố lại sụt' },
  rate: { name: 'rate', satisfied: true },
  publish: { name: 'publish', matter: 'Đường thôn 3 sụt', result: 'Đã lấp hố' },
  unpublish: { name: 'unpublish' },
  extend: { name: 'extend', days: 3, reason: 'Chờ vật liệu' },
  note: { name: 'note', text: 'Đã gọi đội thi công' },
  called: { name: 'called', text: 'Đã báo kết quả' },
  withdraw: { name: 'withdraw' },
  relay: { name: 'relay', tell: { template: 'answered', text: 'Đã lấp hố' } },
  'call-needed': { name: 'call-needed', reason: 'Quá 7 ngày' },
  nudge: { name: 'nudge', stage: 'overdue' },
  anonymise: { name: 'anonymise' },
};

const WORK = 'received classified assigned in-progress reopened';
const OPEN = `new ${WORK} awaiting-resident awaiting-approval`;
const ALL = TICKET_STATES.join(' ');
const STAFF = 'intake handler leader';

/** What the commune's people agreed on: who may do what, from where, and where it leads ('=' is no change). */
const EXPECTED: Readonly<Record<ActName, readonly [who: string, from: string, to: string]>> = {
  receive: [STAFF, 'new', 'received'],
  classify: ['intake leader', `new ${WORK}`, 'classified'],
  assign: ['intake leader', WORK, 'assigned'],
  start: ['handler leader', WORK, 'in-progress'],
  'ask-resident': [STAFF, WORK, 'awaiting-resident'],
  resume: [STAFF, 'awaiting-resident', 'in-progress'],
  add: ['resident', `${OPEN} duplicate`, '='],
  identify: [`${STAFF} resident`, OPEN, '='],
  submit: [STAFF, WORK, 'awaiting-approval'],
  approve: ['leader', 'awaiting-approval', 'answered'],
  return: ['leader', 'awaiting-approval', 'in-progress'],
  answer: [STAFF, WORK, 'answered'],
  close: [`${STAFF} system`, 'answered', 'closed'],
  forward: [STAFF, `new ${WORK} awaiting-resident`, 'forwarded'],
  refuse: ['intake leader', `new ${WORK} awaiting-resident`, 'refused'],
  merge: [STAFF, OPEN, 'duplicate'],
  unmerge: [STAFF, 'duplicate', 'in-progress'],
  reopen: ['intake leader resident', 'answered closed forwarded refused', 'reopened'],
  rate: ['resident', 'answered closed', '='],
  publish: ['leader', 'answered closed', '='],
  unpublish: ['leader', 'answered closed', '='],
  extend: ['leader', `${WORK} awaiting-approval`, '='],
  note: [`${STAFF} editor admin`, ALL, '='],
  called: [STAFF, ALL, '='],
  withdraw: ['resident', OPEN, 'closed'],
  relay: ['system', 'duplicate', '='],
  'call-needed': ['system', ALL, '='],
  nudge: ['system', OPEN, '='],
  anonymise: ['system', 'answered closed forwarded refused duplicate', '='],
};

/** A ticket in a state, come there from being worked on, with everything that any act may need. */
function ticketIn(state: TicketState): Ticket {
  const by = officer('handler');
  return ticket({
    state,
    standing: 'official',
    answer: { text: 'Đã lấp hố', at: NOW, by },
    publication: { matter: 'Đường sụt', result: 'Đã lấp', at: NOW, by },
    timeline: [entry({ act: 'come', from: 'in-progress', to: state })],
  });
}

const LIMITED = rules({
  policy: {
    limits: [
      {
        id: 'tra-loi',
        stage: 'answer',
        what: 'Trả lời',
        categories: ['unsorted', 'on-site'],
        amount: 10,
        unit: 'working-day',
        basis: 'Xã tự đặt',
        confirmed: false,
      },
    ],
  },
});

function nameOf(who: Performer): string {
  return who.type === 'officer' ? who.roles.join(' ') : who.type;
}

describe('the table of acts', () => {
  it('is told here whole', () => {
    expect([...ACT_NAMES].sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(ACT_NAMES)(
    'lets "%s" be done by whom and where it was agreed, and nowhere else',
    (name) => {
      const [who, from] = EXPECTED[name];
      const expected: string[] = [];
      const allowed: string[] = [];
      const done: string[] = [];
      for (const state of TICKET_STATES) {
        for (const performer of EVERYBODY) {
          const combination = `${state} by ${nameOf(performer)}`;
          if (who.split(' ').includes(nameOf(performer)) && from.split(' ').includes(state)) {
            expected.push(combination);
          }
          const subject = ticketIn(state);
          if (allowedActs(subject, performer, emptyPolicy).includes(name))
            allowed.push(combination);
          if (perform(subject, SAMPLES[name], performer, LIMITED).ok) done.push(combination);
        }
      }

      expect(allowed).toEqual(expected);
      expect(done).toEqual(expected);
    },
  );

  it.each(ACT_NAMES)('leads "%s" where it was agreed', (name) => {
    const [who, from, to] = EXPECTED[name];
    const first = who.split(' ')[0];
    const performer = EVERYBODY.find((one) => nameOf(one) === first) ?? officer('leader');
    for (const state of TICKET_STATES.filter((one) => from.split(' ').includes(one))) {
      const performed = perform(ticketIn(state), SAMPLES[name], performer, LIMITED);
      const isAnswered = name === 'add' && state === 'awaiting-resident';
      const target = to === '=' ? (isAnswered ? 'in-progress' : state) : to;

      expect(performed.ok && performed.ticket.state, state).toBe(target);
    }
  });

  it('allows an officer with several roles what any of them allows', () => {
    const acts = allowedActs(ticketIn('new'), officer('intake', 'leader'), emptyPolicy);

    expect(acts).toEqual([
      'receive',
      'classify',
      'identify',
      'forward',
      'refuse',
      'merge',
      'note',
      'called',
    ]);
  });

  it('allows an officer without a role nothing', () => {
    expect(allowedActs(ticketIn('received'), officer(), emptyPolicy)).toEqual([]);
  });
});

describe('approval by two people', () => {
  const two = { ...emptyPolicy, approval: 'two' } as const;
  const author = officer('handler', 'leader');
  const submitted = ticket({
    state: 'awaiting-approval',
    timeline: [entry({ act: 'submit', by: author, from: 'in-progress', to: 'awaiting-approval' })],
  });

  it('lets nobody answer alone', () => {
    for (const who of EVERYBODY) {
      expect(allowedActs(ticketIn('in-progress'), who, two)).not.toContain('answer');
    }
  });

  it('does not let the author approve', () => {
    expect(allowedActs(submitted, author, two)).not.toContain('approve');
    expect(allowedActs(submitted, officer('leader'), two)).toContain('approve');
  });

  it('looks at who submitted last', () => {
    const again = entry({ act: 'submit', by: officer('intake'), to: 'awaiting-approval' });
    const resubmitted = { ...submitted, timeline: [...submitted.timeline, again] };

    expect(allowedActs(resubmitted, author, two)).toContain('approve');
  });
});
