/** Why an act is refused, for the officer or resident who tried it. */
export const refusals = {
  notYours: 'Anh/chị không được giao quyền làm việc này.',
  notNow:
    'Phản ánh đang ở trạng thái không làm được việc này. Tải lại trang để xem trạng thái mới.',
  needsApproval: 'Xã yêu cầu hai người: hãy trình lãnh đạo duyệt trước khi trả lời.',
  ownDraft: 'Câu trả lời do chính anh/chị soạn nên phải để người khác duyệt.',
  nothingAnswered: 'Phản ánh chưa có câu trả lời nên chưa công khai được.',
  notPublished: 'Phản ánh này chưa được công khai.',
  empty: (what: string) => `Chưa ghi ${what}.`,
  tooLong: (what: string, limit: number) => `Phần ${what} dài quá ${limit} ký tự.`,
  unsorted: 'Chọn một loại phản ánh.',
  badDays: 'Số ngày gia hạn phải là số nguyên từ 1 đến 30.',
  noLimit: 'Phản ánh này không có thời hạn để gia hạn.',
  sameOfficer: 'Người này đang giữ phản ánh rồi.',
  intoItself: 'Không gộp một phản ánh vào chính nó.',
  noSuchMain: 'Không thấy phản ánh muốn gộp vào, hoặc phản ánh đó cũng đã bị gộp.',
  tooLateToReopen: (days: number) =>
    `Đã quá ${days} ngày kể từ khi trả lời. Anh/chị gửi một phản ánh mới giúp em ạ.`,
  showsPerson: 'Lời công khai còn tên, số điện thoại hoặc email của người gửi. Bỏ đi rồi lưu lại.',
  onlyAdd: 'Anh/chị chưa viết gì thêm.',
  nobody: 'Cần có họ tên, và số điện thoại hoặc địa chỉ.',
  callIsNoted: 'Đã ghi là cần gọi điện.',
  unknown: 'Không thấy phản ánh này.',
} as const;
