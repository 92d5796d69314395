import { AppError } from '../lib/app-error.ts';
import { formatTime } from '../lib/clock.ts';
import { backupFolder } from '../config.ts';
import { makeBackup, type Manifest } from '../store/lowdb/backup.ts';
import { restoreBackup } from '../store/lowdb/restore.ts';
import type { Command } from './command.ts';

/** Copies the data now; the program may go on running. */
export const backup: Command = {
  name: 'backup',
  summary: 'Sao lưu dữ liệu ngay bây giờ (chương trình đang chạy cũng được) và đọc thử bản sao',
  usage: 'backup [--to <thư mục>]',
  options: { to: { type: 'string' } },
  async run({ config, values, print }) {
    const to = typeof values['to'] === 'string' ? values['to'] : backupFolder(config);
    const { DATA_DIR: dataFolder } = config;
    const { path, manifest } = await makeBackup({ dataFolder, to, now: new Date() });
    print(`Đã sao lưu vào ${path} và đọc thử xong: ${holdings(manifest)}.`);
    print('Hãy chép thư mục này sang ổ đĩa hoặc máy khác. Trong đó có dữ liệu của người dân.');
    return 0;
  },
};

/** Puts a backup in the place of the data; the program must not be running. */
export const restore: Command = {
  name: 'restore',
  summary: 'Khôi phục dữ liệu từ một bản sao lưu (phải dừng chương trình trước)',
  usage: 'restore <thư mục bản sao lưu>',
  options: {},
  async run({ config, positionals, print }) {
    const [from] = positionals;
    if (from === undefined) {
      throw new AppError('Thiếu bản sao lưu cần khôi phục.', {
        hint: `Cách dùng: ${restore.usage}. Các bản sao lưu nằm trong ${backupFolder(config)}.`,
      });
    }
    const { manifest, aside } = await restoreBackup({
      backup: from,
      dataFolder: config.DATA_DIR,
      backups: backupFolder(config),
      now: new Date(),
    });
    print(`Đã khôi phục bản lúc ${formatTime(manifest.madeAt)}: ${holdings(manifest)}.`);
    print(`Dữ liệu trước đó được giữ ở ${aside}; xem lại thấy ổn thì xóa.`);
    print('Nếu /healthz báo hết quyền gửi tin Zalo, hãy lấy cặp token mới rồi chạy "token set".');
    return 0;
  },
};

function holdings({ records, files }: Manifest): string {
  const { ticket = 0, session = 0, outbox = 0 } = records;
  return `${ticket} phản ánh, ${session} người dân, ${outbox} tin gửi, ${files.length} tệp`;
}
