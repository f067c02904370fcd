import { fieldPlaceOf } from '../../../static/level-field/field-place';

describe('fieldPlaceOf', () => {
  it.each([
    ['the issue view', { renderContext: 'issue-view' }, 'view', 'on-save'],
    ['the editor in the issue view', { renderContext: 'issue-view', entryPoint: 'edit' }, 'edit', 'on-save'],
    ['the create form', { renderContext: 'issue-create', entryPoint: 'edit' }, 'edit', 'on-change'],
    ['a transition screen', { renderContext: 'issue-transition' }, 'edit', 'on-change'],
    ['the portal form', { renderContext: 'portal-request' }, 'edit', 'on-change'],
    ['the portal form by its other name', { experience: 'portal-request' }, 'edit', 'on-change'],
    ['a request on the portal', { renderContext: 'portal-view' }, 'view', 'on-save'],
    ['an unknown place', {}, 'view', 'on-save'],
  ])('%s', (_, extension, mode, sends) => {
    expect(fieldPlaceOf('impact', extension)).toEqual({ measure: 'impact', mode, sends, value: null });
  });

  it.each([
    ['extended', 'extended'],
    ['', null],
    [null, null],
    [3, null],
    [undefined, null],
  ])('a stored %p is read as %p', (fieldValue, value) => {
    expect(fieldPlaceOf('urgency', { fieldValue })?.value).toBe(value);
  });

  it('knows only the two level fields', () => {
    expect(fieldPlaceOf('sla-status', { entryPoint: 'edit' })).toBeNull();
  });
});
