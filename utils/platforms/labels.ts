import type { ClaimField } from '../claims/claim.ts';

/** Fields that are read as a label followed by a value; `evidence` and `product` lead to pictures instead. */
export type LabelledField = Exclude<ClaimField, 'evidence'> | 'productSpec' | 'productId';

/**
 * Labels of one field. `strong` ones mean this field wherever they stand; `weak` ones are also used for other things
 * (an order's creation time, a parcel's number) and count only where no strong one was found.
 */
export interface FieldLabels {
  readonly strong: readonly string[];
  readonly weak?: readonly string[];
}

/**
 * What seller centers call the fields of a claim: Chinese (simplified, traditional), English, Vietnamese, Indonesian,
 * Thai, Malay, Portuguese, and Spanish from memory. Gathered 2026-11 from public code and documents; a platform's own labels are tried first.
 * Amounts that are not the claim's (应付, 实收金额, Compensação) are absent on purpose.
 */
export const COMMON_LABELS: Readonly<Record<LabelledField, FieldLabels>> = {
  claimId: {
    strong: [
      ...['退款编号', '售后编号', '售后编码', '售后单号', '服务单号', '售后单ID', '退款单号', '退货单号', '纠纷编号'],
      ...[
        '售后服务单',
        '保障单号',
        '售后服务单号',
        '售后单据号',
        '退款单',
        '退货/退款編號',
        '退貨/退款編號',
        '退款編號',
        '退貨編號',
        '售後編號',
      ],
      ...['Return ID', 'Return Request ID', 'Request ID', 'Reverse Order ID', 'Dispute ID', 'RMA ID', 'Claim ID'],
      ...['Case ID', 'Return number', 'Refund ID', 'After-sales ID', 'Return No.', 'Return Order ID'],
      ...['Mã yêu cầu trả hàng', 'Mã trả hàng', 'No. Pengembalian', 'Nomor Pengembalian', 'หมายเลขคำขอคืนสินค้า'],
      ...['เลขที่คำขอ', 'ID Pemulangan', 'ID da devolução', 'Número da devolução', 'ID da Solicitação'],
      ...['ID de devolución', 'Número de devolución'],
    ],
  },
  orderId: {
    strong: [
      ...['订单编号', '订单号', '订单ID', '商家订单号', '平台订单号', '訂單編號'],
      ...['Order ID', 'Order Number', 'Order No.', 'Order No', 'Mã đơn hàng', 'No. Pesanan', 'Nomor Pesanan'],
      ...['หมายเลขคำสั่งซื้อ', 'ID Pesanan', 'ID do Pedido', 'Número de pedido', 'N.º de pedido', 'ID de pedido'],
      ...['ID del pedido', 'Número del pedido', 'Número do pedido'],
    ],
    weak: [
      '子订单号',
      '子订单编号',
      '包裹号',
      '交易编号',
      '交易单号',
      '交易号',
      '主订单',
      '主订单号',
      '主订单编号',
      // A related order may be another one, of an exchange for instance.
      '关联订单',
      '关联订单号',
      'Order',
      'PO',
    ],
  },
  amount: {
    strong: [
      ...['退款金额', '售后退款', '申请退款金额', '退款总额', '申请金额', '退商品金额', '退款金額'],
      ...['Refund amount', 'Amount requested', 'Total refund', 'Estimated refund', 'Requested refund'],
      ...['Refund requested', 'Requested amount', 'Total refund amount', 'Số tiền hoàn lại'],
      ...['Jumlah Pengembalian Dana', 'จำนวนเงินคืน', 'Jumlah bayaran balik', 'Valor do reembolso', 'Reembolso'],
      ...['Importe del reembolso', 'Importe solicitado', 'Monto del reembolso'],
    ],
    weak: ['Số tiền', '退款', '涉及金额', '应退金额', 'Refund'],
  },
  buyer: {
    strong: [
      ...['买家昵称', '买家账号', '买家', '客户账号', '用户昵称', '客户昵称', '买家ID', '旺旺', '消费者', '買家'],
      ...['Buyer', 'Buyer username', 'Buyer name', 'Customer', 'Customer name', 'Người mua', 'Pembeli'],
      ...['ผู้ซื้อ', 'Comprador'],
    ],
    weak: ['收件人'],
  },
  reason: {
    strong: [
      ...[
        '申请原因',
        '售后原因',
        '退款原因',
        '退货原因',
        '服务单原因',
        '申请售后原因',
        '退货/退款原因',
        '退貨/退款原因',
      ],
      ...['退款理由', '申请理由', '售后理由', 'Return reason', 'Refund reason', "Buyer's reason", 'Reason for return'],
      ...['Reason for refund', 'Motivo de Devolução', 'Motivo da devolução'],
      ...['Motivo de la devolución', 'Motivo del reembolso'],
    ],
    weak: ['原因', 'Reason', 'Lý do', 'Alasan', 'เหตุผล', 'Sebab', 'Motivo'],
  },
  description: {
    strong: [
      ...[
        '售后说明',
        '申请描述',
        '退款说明',
        '申请说明',
        '问题描述',
        '用户申请描述',
        '补充描述',
        '问题说明',
        '售后描述',
        '買家描述',
      ],
      ...[
        '买家描述',
        '买家说明',
        '買家留言',
        '買家説明',
        '問題描述',
        'Buyer comments',
        'Buyer comment',
        'Customer comments',
      ],
      ...['Customer comment', "Buyer's description"],
    ],
    weak: [
      ...[
        '申诉说明',
        '留言',
        '买家留言',
        '详细描述',
        'Description',
        'Comments',
        'Mô tả',
        'Deskripsi',
        'คำอธิบาย',
        'Penerangan',
      ],
      ...['Descrição', 'Descripción', 'Comentarios del comprador', 'Comentários do comprador'],
    ],
  },
  claimType: {
    strong: [
      ...['售后类型', '要求', '期望处理方式', '客户期望', '退款类型', '服务类型', '申请类型', '处理方式'],
      ...['Return type', 'Request type', 'Refund type', 'Phương án cho Người mua', 'Tipo de solicitud'],
    ],
  },
  status: {
    strong: [
      '售后状态',
      '退款状态',
      '服务单状态',
      '当前状态',
      'Return status',
      'Refund status',
      'Status',
      'Trạng thái',
    ],
    weak: ['状态'],
  },
  applyTime: {
    strong: [
      ...[
        '申请时间',
        '售后申请时间',
        '退款申请时间',
        '申请售后时间',
        '申請時間',
        'Requested on',
        'Request date',
        'Return requested',
      ],
      ...['Thời gian yêu cầu', 'Waktu Pengajuan', 'วันที่ขอ', 'Data da solicitação', 'Fecha de solicitud'],
      ...['提交时间', '登记时间'],
      ...['Comprador solicitou Devolução/Reembolso'],
      ...['Requested at', 'Request time', 'Opened on', 'Return request date'],
    ],
    weak: ['创建时间', 'Created'],
  },
  orderTime: {
    strong: [
      ...['下单时间', '订单创建时间', '成交时间', '拍下时间', '下單時間', 'Order time', 'Order date', 'Ordered on'],
      ...['Order placed'],
    ],
    weak: ['付款时间', '支付时间'],
  },
  dispatchTime: {
    strong: ['发货时间', '出库时间', '發貨時間', 'Shipped on', 'Ship date', 'Dispatched on', 'Ship time'],
  },
  deliveryTime: {
    strong: [
      ...[
        '签收时间',
        '收货时间',
        '妥投时间',
        '簽收時間',
        'Delivery date',
        'Delivered on',
        'Delivered',
        'Delivery time',
      ],
    ],
    weak: ['确认收货时间', 'Đã giao', 'Terkirim', 'จัดส่งสำเร็จ'],
  },
  deadline: {
    strong: [
      ...['剩余处理时间', '剩余时间', '处理倒计时', '倒计时', '处理时限', '截止时间', '处理截止时间', '自动退款倒计时'],
      ...['Respond by', 'Due date', 'Deadline', 'Time left', 'Response due'],
    ],
  },
  forwardTracking: {
    strong: ['发货运单号', '发货快递单号', '发货物流', '发货单号', 'Forward tracking', 'Vận chuyển chiều giao hàng'],
    weak: [
      ...[
        '物流单号',
        '运单号',
        '快递单号',
        '運單號',
        '物流編號',
        'Tracking number',
        'Tracking ID',
        'Mã vận đơn',
        'No. Resi',
      ],
      'หมายเลขพัสดุ',
    ],
  },
  returnTracking: {
    strong: [
      ...['退货快递单号', '退货物流单号', '退货运单号', '退货物流', '退货物流信息', '寄回单号', 'Return tracking'],
      ...['Return tracking number', 'Vận chuyển hàng hoàn'],
    ],
  },
  product: {
    strong: [
      '商品名称',
      '商品标题',
      '宝贝名称',
      '宝贝',
      '商品名',
      'Product name',
      'Item title',
      'Product title',
      '商品名稱',
    ],
    weak: ['商品信息', '商品', '宝贝信息', '商品資訊', 'Product', 'Item', 'Sản phẩm', 'Produk', 'สินค้า'],
  },
  productSpec: {
    strong: ['规格', '商品规格', '款式', '颜色分类', '商品属性', '規格', 'Variation', 'Spec', 'Options'],
    weak: ['SKU'],
  },
  productId: {
    strong: ['商品ID', '商品编码', '商品编号', '宝贝ID', 'Item ID', 'Product ID', 'ASIN', 'Item number', 'Listing ID'],
  },
};
