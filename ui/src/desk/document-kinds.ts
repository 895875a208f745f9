import type { DocumentKind } from '../backend/types';

/** In the order of frequency; digits 1–9 choose the first nine. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  'id_card', 'passport', 'digital', 'residence_permit', 'stateless_certificate', 'refugee_certificate', 'foreign_passport',
  'diplomatic_passport', 'service_passport', 'seafarers_book', 'return_certificate', 'birth_certificate', 'other',
];
