import { AppError } from '../lib/app-error.ts';

/** How it stands with what the store writes to. */
export type StoreCondition = {
  /** `refused`: the last write was not taken, the next may be. `stopped`: nothing is written until a new start. */
  state: 'writing' | 'refused' | 'stopped';
  /** What the last failed write said, in Vietnamese. */
  reason: string | undefined;
  /** Damaged files in whose place the version before is used, in Vietnamese. */
  damages: readonly string[];
  /** Writes that a power cut or kill left half done; nobody had been told that they were kept. */
  tornBatches: number;
};

/** More comes in than the disk can take. What is refused now was not kept, and may be sent again in a moment. */
export class StoreBusyError extends AppError {
  constructor() {
    super('Tin đến nhanh hơn ổ đĩa ghi kịp nên tạm thời chưa nhận.', {
      hint: 'Zalo sẽ gửi lại. Nếu gặp liên tục: kiểm tra ổ đĩa có chậm hay hỏng không.',
    });
    this.name = 'StoreBusyError';
  }
}
