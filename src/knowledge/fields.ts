/** The fields (lĩnh vực) a resident can browse, in the order of the menu. Names are what residents call them. */
export const FIELDS = [
  { slug: 'ho-tich', name: 'Hộ tịch', hint: 'khai sinh, kết hôn, khai tử' },
  { slug: 'chung-thuc', name: 'Chứng thực', hint: 'sao y, chữ ký, hợp đồng, di chúc' },
  { slug: 'cu-tru', name: 'Cư trú', hint: 'thường trú, tạm trú, tạm vắng' },
  { slug: 'can-cuoc', name: 'Căn cước, định danh', hint: 'thẻ căn cước, VNeID' },
  { slug: 'dat-dai', name: 'Đất đai', hint: 'sổ đỏ, tranh chấp, chuyển mục đích' },
  { slug: 'xay-dung', name: 'Xây dựng, quy hoạch', hint: 'giấy phép xây nhà, xem quy hoạch' },
  { slug: 'ho-kinh-doanh', name: 'Hộ kinh doanh', hint: 'mở, đổi, tạm ngừng, đóng cửa hàng' },
  { slug: 'bao-tro-xa-hoi', name: 'Bảo trợ xã hội', hint: 'trợ cấp, khuyết tật, hưu trí xã hội' },
  { slug: 'giam-ngheo', name: 'Hộ nghèo, cận nghèo', hint: 'xét, công nhận, thoát nghèo' },
  { slug: 'nguoi-co-cong', name: 'Người có công', hint: 'liệt sĩ, thương binh, thờ cúng' },
  { slug: 'bao-hiem', name: 'Bảo hiểm xã hội, y tế', hint: 'thẻ BHYT, sổ BHXH' },
  { slug: 'tre-em-giao-duc', name: 'Trẻ em, giáo dục', hint: 'nuôi con nuôi, hỗ trợ học sinh' },
  { slug: 'nghia-vu-quan-su', name: 'Nghĩa vụ quân sự', hint: 'đăng ký, tạm vắng, tuyển sinh' },
  { slug: 'nong-nghiep', name: 'Nông, lâm, thủy sản', hint: 'chăn nuôi, rừng, thủy lợi' },
  { slug: 'hop-tac-xa', name: 'Hợp tác xã, tổ hợp tác', hint: 'thành lập, thay đổi, giải thể' },
  { slug: 'giao-thong', name: 'Xe và đường bộ', hint: 'biển số, đường bộ, bến thủy' },
  { slug: 'moi-truong', name: 'Môi trường, tài nguyên', hint: 'nước, khoáng sản' },
  { slug: 'van-hoa', name: 'Văn hóa, tín ngưỡng', hint: 'lễ hội, tín ngưỡng, tôn giáo' },
  { slug: 'thue-tai-chinh', name: 'Thuế, tài chính', hint: 'thuế, phí, lệ phí' },
  { slug: 'hoa-giai-tu-phap', name: 'Hòa giải, tư pháp', hint: 'hòa giải viên, bồi thường' },
  { slug: 'khieu-nai-to-cao', name: 'Khiếu nại, tố cáo', hint: 'khiếu nại, tố cáo, tiếp công dân' },
  { slug: 'an-ninh-trat-tu', name: 'An ninh, trật tự', hint: 'xuất nhập cảnh, phòng cháy' },
  { slug: 'khac', name: 'Việc khác', hint: 'các thủ tục còn lại' },
] as const;

export type FieldSlug = (typeof FIELDS)[number]['slug'];

/** The slugs alone, for schemas. */
export const FIELD_SLUGS = FIELDS.map(({ slug }) => slug);

/** What residents call the field. */
export function fieldName(slug: FieldSlug): string {
  return FIELDS.find((field) => field.slug === slug)?.name ?? slug;
}
