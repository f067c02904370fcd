/** Says that time is moving, and takes no second press meanwhile. Menus close when something else is pressed. */
export function startForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const notice = document.querySelector<HTMLElement>('.moving');
    if (new URL(form.action).pathname === '/site/time' && notice !== null) notice.hidden = false;
    // After the form's own data has been taken, which a disabled button would not be part of.
    setTimeout(() => {
      for (const button of form.querySelectorAll('button')) button.disabled = true;
    });
  });
  document.addEventListener('click', (event) => closeMenus(event.target as Node));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeMenus(null);
  });
}

function closeMenus(inside: Node | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (inside === null || !menu.contains(inside)) menu.open = false;
  }
}
