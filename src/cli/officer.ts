import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { AppError } from '../lib/app-error.ts';
import { hashSecret, newSecret } from '../lib/secret.ts';
import { invitationLink, newInvitation, type Role, ROLES } from '../model/officer.ts';
import { dropOfficer, type InvitedOfficer, inviteOfficer } from '../officer-drop.ts';
import { FolderInUseError } from '../store/lowdb/lock.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import { Roster } from '../store/roster.ts';
import type { Command, CommandContext } from './command.ts';

/** Lets an officer into the console by a one-time link. Works while the program runs, too. */
export const officer: Command = {
  name: 'officer',
  summary: 'Mời một cán bộ vào trang /can-bo, hoặc cấp liên kết mới cho người mất mật khẩu',
  usage: `officer invite --commune <xã> --name <họ tên> --login <tên> --role <${ROLES.join('|')}>`,
  options: {
    commune: { type: 'string' },
    name: { type: 'string' },
    login: { type: 'string' },
    role: { type: 'string' },
  },
  async run({ config, values, positionals, print }) {
    if (positionals[0] !== 'invite') throw usageError('Chưa rõ việc cần làm.');
    const secret = newSecret();
    const invited = invitedFrom(values, secret);
    if (await keep(config, invited)) print(`Đã mời ${invited.login}.`);
    else print(`Chương trình đang chạy sẽ nhận ${invited.login} trong vài giây.`);
    print('Liên kết đặt mật khẩu (dùng một lần, trong 24 giờ; chỉ gửi cho người ấy):');
    print(invitationLink(config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}`, secret));
    return 0;
  },
};

/** False when the program runs: it will take the invitation from the folder it looks into. */
async function keep({ DATA_DIR }: Config, invited: InvitedOfficer): Promise<boolean> {
  const store = await openLowdbStore(DATA_DIR).catch((error: unknown) => {
    if (error instanceof FolderInUseError) return undefined;
    throw error;
  });
  if (store === undefined) {
    await dropOfficer(DATA_DIR, invited);
    return false;
  }
  try {
    await inviteOfficer(new Roster(store), invited);
  } finally {
    await store.close();
  }
  return true;
}

function invitedFrom(values: CommandContext['values'], secret: string): InvitedOfficer {
  const { commune: communeSlug, name, login, role } = values;
  if (typeof communeSlug !== 'string' || !/^[a-z0-9-]+$/.test(communeSlug)) {
    throw usageError('Thiếu --commune, là tên thư mục trong knowledge/communes.');
  }
  if (typeof name !== 'string' || name.trim() === '') throw usageError('Thiếu --name.');
  if (typeof login !== 'string' || !/^[a-z][a-z0-9._-]{2,39}$/.test(login)) {
    throw usageError('--login gồm 3–40 chữ thường không dấu, số, chấm, gạch; bắt đầu bằng chữ.');
  }
  if (!isRole(role)) throw usageError(`--role là một trong: ${ROLES.join(', ')}.`);
  const createdAt = new Date();
  const invitation = newInvitation(hashSecret(secret), createdAt);
  return {
    id: randomUUID(),
    communeSlug,
    name: name.trim(),
    login,
    roles: [role],
    invitation,
    createdAt,
  };
}

function isRole(role: string | boolean | undefined): role is Role {
  return ROLES.some((one) => one === role);
}

function usageError(message: string): AppError {
  return new AppError(message, { hint: `Cách dùng: ${officer.usage}` });
}
