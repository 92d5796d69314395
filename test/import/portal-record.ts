/** An invented record in the shape of the portal's JSON. Overrides replace whole fields. */
export function portalRecord(overrides: Readonly<Record<string, unknown>> = {}) {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    code: '9.000001',
    codeNotation: '9.000001',
    name: 'Thủ tục cấp giấy xác nhận nuôi ong',
    formalityType: 'STANDARD',
    isWard: true,
    procedureProposal: { proposalNumber: '12/QĐ-BTP' },
    categoriesDetails: [{ name: 'Hộ tịch', code: 'HT' }],
    departmentsAuthority: [{ name: 'Ủy ban nhân dân cấp xã' }],
    departmentsExecuting: [null, { name: 'Ủy ban nhân dân cấp xã' }],
    dossierReceivingAddresses: null,
    executionSteps: [
      { name: 'Bước 1', description: '<p>Nộp hồ sơ&nbsp;tại xã.</p>- Nhận giấy hẹn.' },
      { name: 'Bước 2', description: 'Nhận kết quả.' },
    ],
    executionMethods: [portalMethod('DIRECT'), portalMethod('ONLINE'), portalMethod('POSTAL')],
    executionCases: [
      {
        name: 'Giấy tờ phải nộp',
        profileComponents: [
          {
            name: 'Tờ khai nuôi ong',
            originalQty: 1,
            copyQty: 0,
            attachments: [{ fileName: 'to-khai.docx' }],
          },
          { name: 'Ảnh tổ ong', originalQty: '0', copyQty: '2', attachments: null },
        ],
      },
      {
        name: 'Giấy tờ xuất trình',
        profileComponents: [{ name: 'Thẻ căn cước', originalQty: 1, copyQty: null }],
      },
    ],
    legalBasisesDetails: [
      { name: 'Nghị định về nuôi ong', code: '99/2025/NĐ-CP' },
      { name: 'Thông tư số 88/2025/TT-BTP của Bộ Tư pháp', code: '' },
    ],
    requirementsAndConditions: 'Không',
    resultsDetails: [{ name: 'Giấy xác nhận', code: 'KQ1' }],
    keywords: 'nuôi ong; lấy mật',
    somethingNew: { the: 'portal may add fields' },
    ...overrides,
  };
}

/** One way of filing; free of anything special unless told otherwise. */
export function portalMethod(
  submissionMethod: string,
  overrides: Readonly<Record<string, unknown>> = {},
) {
  return {
    submissionMethod,
    processingTime: 3,
    processingTimeUnit: 'WORKING_DAY',
    fees: [{ name: 'Lệ phí', amount: 8000 }],
    description: '',
    ...overrides,
  };
}
