import { useText } from '../controls/text-context.ts';

interface SiteListProps {
  /** Key of the line above the list. */
  readonly title: string;
  readonly hosts: readonly string[];
  /** Key of what undoes the seller's choice for one site. */
  readonly undo: string;
  readonly onUndo: (host: string) => void;
}

/** Sites for which the seller chose something of the panel, each with the way back. Nothing where there are none. */
export function SiteList({ title, hosts, undo, onUndo }: SiteListProps) {
  const text = useText();
  if (hosts.length === 0) return null;
  return (
    <div>
      <p>{text.t(title)}</p>
      <ul className="plain-list">
        {hosts.map((host) => (
          <li key={host} className="button-row">
            <span>{host}</span>
            <button
              type="button"
              className="button is-link"
              aria-label={`${text.t(undo)} ${host}`}
              onClick={() => onUndo(host)}
            >
              {text.t(undo)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
