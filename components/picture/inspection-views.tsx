import { useState } from 'react';
import type { PictureView } from '../../utils/cases/case-view.ts';
import { INSPECTIONS, type Inspection } from '../../utils/image/inspection/inspect.ts';
import type { LoadPicture } from '../case/case-events.ts';
import { Choice } from '../controls/choice.tsx';
import { useText } from '../controls/text-context.ts';
import { InspectionCanvas } from './inspection-canvas.tsx';

const ALL = Object.keys(INSPECTIONS) as Inspection[];

interface InspectionViewsProps {
  readonly picture: PictureView;
  readonly loadPicture: LoadPicture;
}

/** Views of the original's pixels for a person to look at, made when they are asked for, each with what to look for. */
export function InspectionViews({ picture, loadPicture }: InspectionViewsProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [view, setView] = useState<Inspection>('error-level');
  return (
    <details className="fold inspection" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.t('inspect.open')}</summary>
      {isOpen && (
        <>
          <p className="inspection-limit">{text.t('inspect.nothingProven')}</p>
          <Choice
            label={text.t('inspect.which')}
            value={view}
            options={ALL.map((value) => ({ value, label: text.t(`inspect.${value}`) }))}
            onChange={setView}
          />
          <InspectionCanvas picture={picture} inspection={view} loadPicture={loadPicture} />
          <p>{text.t(`inspect.${view}.look`)}</p>
          <p>{text.t(`inspect.${view}.ignore`)}</p>
          <p className="muted">{text.t('inspect.grey')}</p>
        </>
      )}
    </details>
  );
}
