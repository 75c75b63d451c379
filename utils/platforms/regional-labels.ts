import type { FieldLabels, LabelledField } from './labels.ts';

/**
 * What the fields are called where seller centers are used in German, French, Italian, Japanese, Polish, Dutch and
 * Turkish. From memory of such pages (2026-11), not from a source: confidence `memory`.
 */
export const REGIONAL_LABELS: Partial<Readonly<Record<LabelledField, FieldLabels>>> = {
  claimId: {
    strong: [
      ...[
        'Rückgabe-ID',
        'Rücksendungs-ID',
        'Rücksendenummer',
        'Rückgabenummer',
        'Retouren-ID',
        'Fall-ID',
        'RMA-Nummer',
      ],
      ...['Numéro de retour', 'ID de retour', 'ID du retour', 'Numéro de dossier', 'Numero reso', 'ID reso'],
      ...[
        'Numero del reso',
        'ID richiesta',
        '返品ID',
        '返品番号',
        '返品リクエストID',
        'RMA番号',
        '申請番号',
        'ID zwrotu',
      ],
      ...['Numer zwrotu', 'Retour-ID', 'Retournummer', 'İade numarası', 'İade No'],
    ],
  },
  orderId: {
    strong: [
      ...['Bestell-ID', 'Bestellnummer', 'Bestell-Nr.', 'Auftragsnummer', 'Numéro de commande', 'ID de commande'],
      ...[
        'N° de commande',
        'Numero ordine',
        "Numero dell'ordine",
        'ID ordine',
        '注文番号',
        '注文ID',
        'Numer zamówienia',
      ],
      ...['ID zamówienia', 'Bestelnummer', 'Bestel-ID', 'Sipariş numarası', 'Sipariş No'],
    ],
    weak: ['Bestellung', 'Commande', 'Ordine'],
  },
  amount: {
    strong: [
      ...['Erstattungsbetrag', 'Rückerstattungsbetrag', 'Erstattungssumme', 'Beantragte Erstattung', 'Rückerstattung'],
      ...[
        'Montant du remboursement',
        'Montant demandé',
        'Montant remboursé',
        'Importo del rimborso',
        'Importo rimborso',
      ],
      ...[
        'Importo richiesto',
        '返金額',
        '返金金額',
        '返金予定額',
        '返金申請額',
        'Kwota zwrotu',
        'Terugbetalingsbedrag',
      ],
      ...['Iade tutarı'],
    ],
    weak: ['Erstattung', 'Remboursement', 'Rimborso', '返金'],
  },
  buyer: {
    strong: [
      'Käufer',
      'Kunde',
      'Käufername',
      'Acheteur',
      'Client',
      'Acquirente',
      'Cliente',
      '購入者',
      'お客様',
      'Kupujący',
      'Koper',
      'Alıcı',
    ],
  },
  reason: {
    strong: [
      ...['Rückgabegrund', 'Rücksendegrund', 'Grund der Rückgabe', 'Grund für die Rückgabe', 'Erstattungsgrund'],
      ...['Motif du retour', 'Raison du retour', 'Motif de la demande', 'Motivo del reso', 'Motivo della richiesta'],
      ...['返品理由', '返金理由', 'Powód zwrotu', 'Reden van retour', 'Retourreden', 'İade nedeni'],
    ],
    weak: ['Grund', 'Motif', 'Raison', 'Motivo', '理由', 'Powód', 'Reden', 'Neden'],
  },
  description: {
    strong: [
      'Kommentar des Käufers',
      'Käuferkommentar',
      'Kundenkommentar',
      "Commentaire de l'acheteur",
      '購入者のコメント',
      'お客様のコメント',
    ],
    weak: [
      ...['Beschreibung', 'Kommentar', 'Kommentare', 'Commentaire', 'Commentaires', 'Descrizione', 'Commento', '説明'],
      ...['コメント', '詳細', 'Opis', 'Opmerking', 'Beschrijving', 'Açıklama'],
    ],
  },
  claimType: {
    strong: ['Art der Rückgabe', 'Rückgabeart', 'Type de retour', 'Tipo di reso', '返品タイプ', 'リクエストの種類'],
  },
  status: { strong: ['Rückgabestatus', 'Statut', 'Stato', 'ステータス', '状態', 'Durum'] },
  applyTime: {
    strong: [
      ...['Beantragt am', 'Angefordert am', 'Antragsdatum', 'Rückgabe beantragt', 'Demandé le', 'Date de la demande'],
      ...[
        'Richiesto il',
        'Data della richiesta',
        '申請日',
        '申請日時',
        '返品申請日',
        'リクエスト日',
        'Data zgłoszenia',
      ],
      ...['Aangevraagd op', 'Talep tarihi'],
    ],
  },
  orderTime: { strong: ['Bestelldatum', 'Bestellt am', 'Date de commande', "Data dell'ordine", '注文日'] },
  dispatchTime: {
    strong: ['Versanddatum', 'Versendet am', "Date d'expédition", 'Data di spedizione', '発送日', '出荷日'],
  },
  deliveryTime: {
    strong: ['Lieferdatum', 'Zugestellt am', 'Date de livraison', 'Data di consegna', '配達日', 'お届け日'],
  },
  deadline: {
    strong: [
      'Antworten bis',
      'Frist',
      'Répondre avant',
      'Date limite',
      'Rispondere entro',
      'Scadenza',
      '回答期限',
      '期限',
    ],
  },
  forwardTracking: {
    strong: [],
    weak: [
      'Sendungsnummer',
      'Trackingnummer',
      'Numéro de suivi',
      'Numero di tracking',
      '追跡番号',
      '伝票番号',
      'Numer przesyłki',
    ],
  },
  returnTracking: {
    strong: [
      'Rücksendenummer des Pakets',
      'Retouren-Sendungsnummer',
      'Suivi du retour',
      'Tracking del reso',
      '返送追跡番号',
    ],
  },
  product: {
    strong: ['Artikelname', 'Produktname', "Nom de l'article", 'Nom du produit', 'Nome prodotto', '商品名'],
    weak: ['Artikel', 'Produkt', 'Article', 'Produit', 'Articolo', 'Prodotto', '商品情報'],
  },
};
