import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { ClaimReading } from '../../utils/claims/read-claim.ts';
import { composeSiteRule, type TeachingContext } from '../../utils/claims/taught/compose-site-rule.ts';
import { groupAt, type PickedPlace, pickPlace } from '../../utils/claims/taught/pick-place.ts';
import { isPictureField, type SiteRule, type TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { suggestPlace } from '../../utils/claims/taught/suggest-place.ts';
import type { TaughtPage } from '../../utils/claims/taught/text-locators.ts';
import { type WalkKey, walkPlaces } from '../../utils/claims/taught/walk-places.ts';
import type { Language } from '../../utils/text/text.ts';
import { Surface } from '../controls/surface.tsx';
import { PointingCard } from './pointing-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { type TeachBox, TeachBoxes } from './teach-boxes.tsx';
import { TeachCard } from './teach-card.tsx';
import { type PointingSurface, usePointing } from './use-pointing.ts';

export interface TeachOverlayProps {
  readonly language: Language;
  /** Asked for in this order. */
  readonly fields: readonly TaughtField[];
  readonly context: TeachingContext;
  readonly surface: PointingSurface;
  /** The page as it stands now. */
  readonly readPage: () => TaughtPage;
  /** The claim that the page gives with a rule. */
  readonly readWith: (rule: SiteRule) => ClaimReading;
  /** Stores a rule; answers which hosts still need the seller's permission. */
  readonly onSave: (rule: SiteRule) => Promise<{ readonly missingHosts: readonly string[] }>;
  readonly onOpenSites: () => void;
  readonly onClose: () => void;
}

type Picks = Readonly<Partial<Record<TaughtField, PickedPlace>>>;

const WALK_KEYS = /^(?:Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Home|End)$/;

/** Lets the seller point at the parts of a claim, one by one, shows what is read, and saves how to find it again. */
export function TeachOverlay(props: TeachOverlayProps) {
  const { fields, context, surface, readPage, readWith, language } = props;
  const [step, setStep] = useState(0);
  const [picked, setPicked] = useState<Picks>({});
  const [cursor, setCursor] = useState<Element | null>(null);
  const [isNothing, setNothing] = useState(false);
  const [shown, setShown] = useState<readonly Element[]>([]);
  const field = fields[step] ?? null;
  const place = field ? picked[field] : undefined;

  const goTo = useCallback((next: number): void => {
    setStep(next);
    setNothing(false);
  }, []);

  const pick = (element: Element, sizeIndex?: number): void => {
    if (!field) return;
    const found = pickPlace(readPage(), field, element, context.now, sizeIndex);
    setNothing(found === null);
    setCursor(found?.element ?? element);
    if (!found) return;
    setPicked({ ...picked, [field]: found });
    // A text is read or it is not; of pictures there may be more or fewer, so the seller looks first.
    if (!isPictureField(field)) goTo(step + 1);
  };

  const point = (element: Element | null): void => {
    setCursor(element);
    setNothing(false);
  };

  /** Where the mouse points, the seller sees; what is pointed at without it may lie under the card. */
  const show = (element: Element | null): void => {
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    point(element);
    setShown(element && field ? seenAt(readPage(), field, element) : []);
  };

  usePointing(surface, field !== null, {
    onHover: point,
    onPick: (element) => pick(element),
    onLeave: props.onClose,
    onKey: (key) => {
      if (!field) return false;
      if (WALK_KEYS.test(key)) {
        show(walkPlaces(readPage().outline, field, cursor, key as WalkKey));
      } else if (key === 'Enter' && place && place.element === cursor) goTo(step + 1);
      else if (key === 'Enter' && cursor) pick(cursor);
      else return false;
      return true;
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step begins at the place picked before, or a likely one
  useLayoutEffect(() => {
    show(field && (picked[field]?.element ?? suggestPlace(readPage(), field)));
    surface.root.querySelector<HTMLElement>(field ? '.teach-area' : '.teach-save')?.focus({ preventScroll: true });
  }, [step]);

  const boxes = useMemo((): readonly TeachBox[] => {
    const done = Object.values(picked).flatMap((each) =>
      each.value === null
        ? each.pictures.map(({ element }): TeachBox => ({ element, kind: 'picked' }))
        : [{ element: each.element, kind: 'picked' as const }],
    );
    if (!field || !cursor) return done;
    return [...done, ...cursorBoxes(readPage(), field, cursor)];
  }, [picked, field, cursor, readPage]);

  const rule = composeSiteRule(context, picked);
  return (
    <Surface language={language} className="teach-overlay">
      <div className="teach-sheet" />
      <TeachBoxes boxes={boxes} />
      <TeachCard
        host={context.url.host}
        fields={fields}
        current={field}
        picked={picked}
        shown={shown}
        onGo={(next) => goTo(fields.indexOf(next))}
        onClose={props.onClose}
      >
        {field ? (
          <PointingCard
            key={field}
            page={readPage()}
            field={field}
            cursor={cursor}
            place={place}
            isNothing={isNothing}
            onResize={(sizeIndex) => place?.pictures[0] && pick(place.pictures[0].element, sizeIndex)}
            onNext={() => goTo(step + 1)}
            onBack={step > 0 ? () => goTo(step - 1) : null}
          />
        ) : (
          <ReviewCard
            rule={rule}
            reading={Object.keys(rule.fields).length > 0 ? readWith(rule) : null}
            onBack={() => goTo(fields.length - 1)}
            onSave={() => props.onSave(rule)}
            onOpenSites={props.onOpenSites}
            onClose={props.onClose}
          />
        )}
      </TeachCard>
    </Surface>
  );
}

/** What a pick at the cursor would take: the pictures of a list, or one text. */
function cursorBoxes(page: TaughtPage, field: TaughtField, cursor: Element): TeachBox[] {
  const group = isPictureField(field) ? groupAt(page, cursor) : null;
  if (!group) return [{ element: cursor, kind: 'cursor' }];
  const pictures = seenAt(page, field, cursor).map((element): TeachBox => ({ element, kind: 'picture' }));
  return [{ element: group.box, kind: 'cursor' }, ...pictures];
}

/** The elements that show what a pick would take: a list's pictures, not the room beside them. */
function seenAt(page: TaughtPage, field: TaughtField, cursor: Element): Element[] {
  const group = isPictureField(field) ? groupAt(page, cursor) : null;
  return group ? group.at.flatMap((at) => page.outline.tokens[at]?.element ?? []) : [cursor];
}
