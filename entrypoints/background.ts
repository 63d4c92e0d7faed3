import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { commandGiven } from '../utils/background/commands.ts';
import * as housekeeping from '../utils/background/housekeeping.ts';
import * as library from '../utils/background/library.ts';
import * as texts from '../utils/background/fetch-texts.ts';
import { createMenus, listenToMenus, settingsChanged } from '../utils/background/menus.ts';
import * as pictures from '../utils/background/pictures.ts';
import * as searching from '../utils/background/search.ts';
import { ours } from '../utils/background/sender.ts';
import { giveBackBorrowed } from '../utils/hosts.ts';
import { onMessage } from '../utils/messages.ts';

/** Every listener of the background, registered at once so that any event can wake it. */
export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(housekeeping.keepStorage);
  browser.runtime.onInstalled.addListener(createMenus);
  browser.storage.sync.onChanged.addListener(settingsChanged);
  browser.commands?.onCommand.addListener(commandGiven);
  listenToMenus();

  onMessage('saveArticle', ours(library.saveArticle));
  onMessage('saveLink', ours(library.saveLink));
  onMessage('findSaved', ours(library.findSaved));
  onMessage('listItems', ours(library.listLibrary));
  onMessage('search', ours(searching.search));
  onMessage('passages', ours(searching.passages));
  onMessage('libraryFacts', ours(library.libraryFacts));
  onMessage('listSites', ours(library.listSites));
  onMessage('openItem', ours(library.openItem));
  onMessage('keepPictures', ours(pictures.keepPictures));
  onMessage('pictureBytes', ours(pictures.pictureBytes));
  onMessage('fetchPage', ours(texts.fetchPage));
  onMessage('stopFetching', ours(texts.stopFetching));
  onMessage('saveFetched', ours(texts.saveFetched));
  onMessage('setFlags', ours(library.setFlags));
  onMessage('tagItems', ours(library.tagItems));
  onMessage('itemIds', ours(library.itemIds));
  onMessage('renameTag', ours(library.renameTag));
  onMessage('correctItem', ours(library.correctItem));
  onMessage('putBack', ours(library.putBack));
  onMessage('editsOf', ours(library.editsOf));
  onMessage('editItem', ours(library.editItem));
  onMessage('setPosition', ours(library.setPosition));
  onMessage('purgeItems', ours(housekeeping.purgeItems));
  onMessage('deleteItem', ours(library.deleteItem));
  onMessage('restoreItem', ours(library.restoreItem));
  onMessage('unfinishedSaves', ours(library.unfinishedSaves));
  onMessage('forgetUnfinishedSave', ours(library.forgetUnfinishedSave));
  onMessage('libraryChanged', ours(housekeeping.pageChanged));

  void housekeeping.finishSavesAtWake();
  void housekeeping.keepHouse();
  void giveBackBorrowed();
  housekeeping.followAtWake();
});
