// A link that is chosen in a sheet closes it: the frame stays while the page under it changes.
document.addEventListener('click', (click) => click.target.closest('a')?.closest(':popover-open')?.hidePopover());
