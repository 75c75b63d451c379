import type { TrustedCertificate } from '../../utils/cases/trust-list.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { useText } from '../controls/text-context.ts';

interface TrustListTableProps {
  readonly certificates: readonly TrustedCertificate[];
  readonly onRemove: (fingerprint: string) => void;
}

/** Names in certificates are whatever their makers wrote. */
const MAX_SUBJECT_CHARACTERS = 160;

/** The certificates of the trust list, each with what tells it from others, and a way to take it out. */
export function TrustListTable({ certificates, onRemove }: TrustListTableProps) {
  const text = useText();
  return (
    <>
      <p className="muted">{text.t('trustList.count', { count: certificates.length })}</p>
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">{text.t('trustList.subject')}</th>
            <th scope="col">{text.t('trustList.validity')}</th>
            <th scope="col" className="is-wide">
              {text.t('trustList.fingerprint')}
            </th>
            <th scope="col" className="is-wide">
              {text.t('trustList.origin')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{text.t('trustList.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {certificates.map(({ fingerprint, subject, validFrom, validTo, origin }) => {
            const name = plainLine(subject, MAX_SUBJECT_CHARACTERS) || text.t('trustList.unnamed');
            return (
              <tr key={fingerprint}>
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td className="is-number">
                  {validFrom.slice(0, 10)}
                  <br />
                  {text.t('trustList.until', { to: validTo.slice(0, 10) })}
                </td>
                <td className="is-wide">
                  <code className="fingerprint">{fingerprint}</code>
                </td>
                <td className="is-wide">{text.t(`trustList.origin.${origin}`)}</td>
                <td>
                  <button
                    type="button"
                    className="button is-link"
                    aria-label={text.t('trustList.removeNamed', { subject: name })}
                    onClick={() => onRemove(fingerprint)}
                  >
                    {text.t('trustList.remove')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
