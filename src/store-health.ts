import type { HealthCheck } from './http/health.ts';
import type { Store } from './store/store.ts';

const NAME = 'Kho dữ liệu';

/** Whether what residents write can be kept, in words that an officer can act on. */
export function storeHealth({ condition }: Pick<Store, 'condition'>): HealthCheck {
  const { state, reason = '', damages } = condition();
  if (state !== 'writing') {
    return {
      name: NAME,
      state: 'failing',
      message: `Không ghi được tin mới; Zalo sẽ gửi lại khi ghi được. ${reason}`,
      remedy:
        state === 'stopped'
          ? 'Ổ đĩa báo lỗi: kiểm tra hoặc thay ổ đĩa, rồi khởi động lại chương trình.'
          : 'Kiểm tra ổ đĩa còn chỗ trống và còn quyền ghi: xóa bớt tệp không cần thì chương trình tự chạy tiếp.',
    };
  }
  if (damages.length > 0) {
    return {
      name: NAME,
      state: 'warning',
      message: damages.join(' '),
      remedy:
        'Kiểm tra ổ đĩa, sao lưu sang ổ khác, và đối chiếu các phản ánh gần đây. Khởi động lại thì dòng này mất.',
    };
  }
  return {
    name: NAME,
    state: 'ok',
    message: 'Mọi tin nhận được đều đã ghi xuống đĩa.',
    remedy: '',
  };
}
