import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { hashSecret, newSecret } from '../../lib/secret.ts';
import {
  invitationLink,
  invitedOfficer,
  newInvitation,
  type Officer,
  ROLES,
} from '../../model/officer.ts';
import type { StaffChange } from '../../store/store.ts';
import { auditChange } from '../audit.ts';
import { readForm, requiredText } from '../frame/form.ts';
import { notFound } from '../frame/refusals.ts';
import { type Answer, type OfficerVisit, redirect, type Route } from '../frame/route.ts';
import { endSessions } from './sessions.ts';
import { invitedPage, officerPage, staffPage } from './staff-views.ts';

const allow = ['admin'] as const;

/** Who works in this commune's console, and what each may do. */
export const staffRoutes: readonly Route[] = [
  { method: 'get', path: '/nhan-su', menu: 'Cán bộ', allow, handle: (visit) => staffPage(visit) },
  { method: 'post', path: '/nhan-su', allow, handle: invite },
  {
    method: 'get',
    path: '/nhan-su/:id',
    allow,
    handle: (visit) => withColleague(visit, (one) => officerPage(visit, one)),
  },
  { method: 'post', path: '/nhan-su/:id/vai-tro', allow, handle: changeRoles },
  { method: 'post', path: '/nhan-su/:id/lien-ket', allow, handle: renewInvitation },
  { method: 'post', path: '/nhan-su/:id/khoa', allow, handle: (visit) => setActive(visit, false) },
  { method: 'post', path: '/nhan-su/:id/mo', allow, handle: (visit) => setActive(visit, true) },
];

const roles = z.array(z.enum(ROLES)).min(1, { error: 'Chọn ít nhất một vai trò.' });

const inviteSchema = z.object({
  'ho-ten': requiredText('Ghi họ tên', 100),
  'ten-dang-nhap': z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9._-]{2,39}$/, {
      error: 'Tên đăng nhập gồm 3–40 chữ không dấu, số, chấm, gạch; bắt đầu bằng chữ.',
    }),
  'vai-tro': roles,
});

async function invite(visit: OfficerVisit): Promise<Answer> {
  const { services, form, officer: admin, now } = visit;
  const read = readForm(inviteSchema, form, ['vai-tro']);
  if (!read.ok) return staffPage(visit, read.problems);
  const { 'ho-ten': name, 'ten-dang-nhap': login, 'vai-tro': given } = read.value;
  const { communeSlug } = admin;
  const secret = newSecret();
  const person = { id: randomUUID(), communeSlug, login, name, roles: given, createdAt: now };
  const added = await services.roster.add(invitedOfficer(person, hashSecret(secret)), [
    auditChange(visit, { act: 'officer.create', subject: login, after: given.join(', ') }),
  ]);
  if (added === undefined) {
    const message = 'Tên đăng nhập này đã có người dùng. Anh/chị chọn tên khác.';
    return staffPage(visit, [{ field: 'ten-dang-nhap', message }]);
  }
  return invitedPage(added, invitationLink(services.baseUrl(), secret));
}

async function changeRoles(visit: OfficerVisit): Promise<Answer> {
  const read = readForm(z.object({ 'vai-tro': roles }), visit.form, ['vai-tro']);
  const given = read.ok ? read.value['vai-tro'] : undefined;
  return withColleague(visit, async (colleague) => {
    if (!read.ok || given === undefined) {
      return officerPage(visit, colleague, read.ok ? [] : read.problems);
    }
    const changed = await changeUnlessLastAdmin(visit, colleague.id, (one) => {
      const [before, after] = [one.roles.join(', '), given.join(', ')];
      const deed = { act: 'officer.roles', subject: one.login, before, after };
      return { officer: { ...one, roles: given }, also: [auditChange(visit, deed)] };
    });
    if (!changed) return lastAdmin(visit, colleague);
    return redirect(`/can-bo/nhan-su/${colleague.id}`, 'da-doi-vai-tro');
  });
}

function setActive(visit: OfficerVisit, active: boolean): Promise<Answer> {
  const { services } = visit;
  return withColleague(visit, async (colleague) => {
    const changed = await changeUnlessLastAdmin(visit, colleague.id, (one) => {
      const deed = { act: active ? 'officer.activate' : 'officer.deactivate', subject: one.login };
      const ended = active
        ? []
        : endSessions(services.store, ({ officerId }) => officerId === one.id);
      const officer: Officer = { ...one, active, ...(active ? {} : { invitation: undefined }) };
      return { officer, also: [...ended, auditChange(visit, deed)] };
    });
    if (!changed) return lastAdmin(visit, colleague);
    return redirect(`/can-bo/nhan-su/${colleague.id}`, active ? 'da-mo-khoa' : 'da-khoa');
  });
}

function renewInvitation(visit: OfficerVisit): Promise<Answer> {
  const { services, now } = visit;
  return withColleague(visit, async (colleague) => {
    const secret = newSecret();
    const renewed = await services.roster.change(colleague.id, (one) => {
      if (!one.active) return undefined;
      const invitation = newInvitation(hashSecret(secret), now);
      const deed = { act: 'officer.invite', subject: one.login };
      return {
        officer: { ...one, invitation, failures: 0, lockedUntil: undefined },
        also: [auditChange(visit, deed)],
      };
    });
    if (renewed === undefined) {
      const message = 'Tài khoản đang khóa. Mở lại tài khoản trước khi cấp liên kết.';
      return officerPage(visit, colleague, [{ field: '', message }]);
    }
    return invitedPage(renewed, invitationLink(services.baseUrl(), secret));
  });
}

/** A colleague named in the address; those of other communes do not exist here. */
function withColleague(
  { services, params, officer }: OfficerVisit,
  show: (colleague: Officer) => Answer | Promise<Answer>,
): Promise<Answer> {
  const colleague = services.store.officers.get(params['id'] ?? '');
  const isHere = colleague?.communeSlug === officer.communeSlug;
  return Promise.resolve(colleague !== undefined && isHere ? show(colleague) : notFound());
}

type Changed = { officer: Officer; also: readonly StaffChange[] };

/** False, and nothing happens, when nobody would be left who can let others in. */
async function changeUnlessLastAdmin(
  { services, officer: { communeSlug } }: OfficerVisit,
  id: string,
  change: (one: Officer) => Changed,
): Promise<boolean> {
  const changed = await services.roster.change(id, (one) => {
    const next = change(one);
    const others = services.roster.of(communeSlug).filter((other) => other.id !== id);
    const isSafe = !isAdmin(one) || [next.officer, ...others].some(isAdmin);
    return isSafe ? next : undefined;
  });
  return changed !== undefined;
}

function isAdmin({ active, roles: held, passwordHash }: Officer): boolean {
  return active && held.includes('admin') && passwordHash !== undefined;
}

function lastAdmin(visit: OfficerVisit, colleague: Officer): Answer {
  const message =
    'Đây là người quản trị duy nhất đang dùng được. Giao vai trò Quản trị cho người khác trước.';
  return officerPage(visit, colleague, [{ field: '', message }]);
}
