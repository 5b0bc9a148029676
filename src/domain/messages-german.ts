import type { ENGLISH_MESSAGES } from './messages-english';

/** The same in German (test/docs/messages.test.ts holds the two together). */
export const GERMAN_MESSAGES: Readonly<Record<keyof typeof ENGLISH_MESSAGES, string>> = {
  'action.accountNotFound': 'Es gibt kein Konto mit dieser ID, das Sie sehen dürfen.',
  'action.accountDeleted': '{action} ist nicht möglich: Das Konto ist gelöscht.',
  'action.managedByReseller':
    '{action} ist nicht möglich: Das Konto wird von {reseller} verwaltet und nur dort geändert.',
  'action.resellersOwnAccount': '{action} ist nicht möglich: Es ist das Konto von {reseller} und hier niemandes Kunde.',
  'action.resellerHasCustomers':
    '{action} ist nicht möglich: Es ist das Konto von {reseller}, und ihm werden Kunden berechnet.',
  'action.notForSync': '{action} ist nicht für einen Synchronisationsdienst: Er hat eigene Mutationen.',
  'action.insufficientAccess':
    '{action} erfordert den Zugriff {access} auf das Konto; fragen Sie den verantwortlichen Benutzer.',
  'action.alreadyInStatus': '{action} ist nicht nötig: Das Konto hat diesen Status schon.',
  'action.takenAccountBilledToAnother':
    'Übernahme des Kontos ist nicht möglich: Das eigene Konto eines Resellers wird niemand anderem berechnet. Leeren Sie zuerst den Rechnungsempfänger.',
  'lock.accountDeleted': '{field} {field:ist|sind} gesperrt: Das Konto ist gelöscht.',
  'lock.masteredByReseller':
    '{field} {field:ist|sind} gesperrt: {field:Der Wert kommt|Die Werte kommen} von {reseller} und {field:wird|werden} von dort aktualisiert.',
  'lock.setByBackOrdering':
    '{field} {field:ist|sind} gesperrt: {field:Der Wert folgt|Die Werte folgen} daraus, dass das Konto ein Kunde von {reseller} ist.',
  'lock.setByTenantReseller':
    '{field} {field:ist|sind} gesperrt: {field:Der Wert ändert|Die Werte ändern} sich mit dem Reseller {reseller}.',
  'lock.insufficientAccess':
    '{field} {field:ist|sind} gesperrt: Eine Änderung erfordert den Zugriff {access} auf das Konto.',

  'input.unreadable': '{field}: nicht lesbar',
  'input.type': '{field}: muss vom Typ {type} sein und darf nicht leer sein',
  'input.choice': '{field}: muss eines von {choices} sein',
  'input.nul': '{field}: darf das Zeichen NUL nicht enthalten',
  'input.unicode': '{field}: muss gültiges Unicode sein; es enthält ein halbes Surrogatpaar',
  'input.tooLong': '{field}: höchstens {most} Zeichen',
  'input.blank': '{field}: darf nicht leer sein',
  'input.currency': '{field}: muss ein Währungscode nach ISO 4217 in Großbuchstaben sein, z. B. „EUR“',
  'input.country': '{field}: muss ein Ländercode nach ISO 3166-1 alpha-2 sein, z. B. „DE“',
  'input.instant': '{field}: muss ein Zeitpunkt nach RFC 3339 sein, z. B. „2026-01-31T12:00:00Z“',
  'input.day': '{field}: muss ein Kalendertag sein, z. B. „2026-01-31“',
  'input.earlierThan': '{field}: frühestens {earliest}',
  'input.notDueYet': '{field}: spätestens heute, {today}: Was nicht fällig ist, wird nicht berechnet',
  'input.negative': '{field}: darf nicht negativ sein',
  'input.version': '{field}: muss eine ganze Zahl von 0 bis 9223372036854775807 sein, als Text geschrieben',
  'input.tooSmall': '{field}: mindestens {least}',
  'input.notPositive': '{field}: muss größer als 0 sein',
  'input.amount':
    '{field}: muss eine Dezimalzahl mit höchstens {digits} Stellen vor und 6 nach dem Punkt sein, z. B. „12.50“',
  'input.uuid': '{field}: muss eine UUID sein',
  'input.number': '{field}: muss eine Zahl sein',
  'input.boolean': '{field}: muss true oder false sein',
  'input.scalar': '{field}: muss ein Text, eine Zahl, true, false oder null sein',
  'input.empty': '{field}: braucht einen Eintrag',
  'input.tooMany': '{field}: höchstens {most} Einträge',
  'input.notAscending':
    '{field}: muss nach dem {before} liegen; die Stufen stehen in der Folge ihrer Tage, eine je Tag',
  'input.notTheStart': '{field}: muss das Startdatum {start} sein; die erste Menge gilt von da an',
  'input.quantityNeeded': '{field}: wird gebraucht, oder Mengen ab ihren Tagen',
  'input.quantityTwice': '{field}: nicht neben einer Menge; nur eines von beiden',
  'input.needsVersion': '{field}: braucht eine Quellversion des Abonnements',
  'input.tooManyAtOnce': '{field}: höchstens {most} Einträge; senden Sie den Rest in einem weiteren Aufruf',
  'input.namedTwice': '{field}: darf nur einmal genannt werden',
  'input.priceTwice': '{field}: nur ein Preis je Währung und Abrechnungszeitraum',
  'input.listedTwice': '{field}: nur ein Preis je SKU, Währung, Abrechnungszeitraum und Tag',
  'input.pastPriceAdded': '{field}: keiner darf hinzukommen, der vor heute, dem {today}, galt',
  'input.pastPriceChanged': '{field}: muss hier {amount} bleiben: Der Preis galt vor heute, dem {today}',
  'input.pastPriceMissing':
    '{field}: Es fehlt der von „{sku}“ mit der Abrechnung {billingPeriod} in {currency} ab {day}: Er galt vor heute, dem {today}',
  'input.grantTwice': '{field}: jeder Benutzer und jede Gruppe nur einmal',
  'input.choiceTwice': '{field}: jede Auswahl nur einmal',
  'input.optionTwice': '{field}: „{key}“ von „{systemCode}“ nur einmal',
  'input.outOfRange': '{field}: von {least} bis {most}',
  'input.laterThan': '{field}: spätestens {latest}',
  'input.noCursor': '{field}: gehört nicht zu dieser Liste',
  'input.mayNotFilter': 'Ein Synchronisationsdienst kann nicht nach {field} filtern',
  'input.mayNotOrder': 'Ein Synchronisationsdienst kann nicht nach {order} ordnen',
  'input.whoseCustomer': '{field}: wird gebraucht; wessen Kunde ist gemeint?',
  'input.tooManyPending': 'Bis {day} stehen mehr als {most} Zeilen an: fragen Sie nach einem früheren Tag',
  'input.optionsFull':
    '{field}: lässt sich nicht hinzufügen; das Konto hat {most} Synchronisationsoptionen, mehr sind nicht erlaubt',
  'input.customFieldCode': '{field}: ein Buchstabe, dann höchstens 63 Buchstaben, Ziffern und Unterstriche',
  'input.choicesNeeded': '{field}: die Auswahl muss genannt werden',
  'input.noChoices': '{field}: bei {type} nicht erlaubt',
  'input.typeInUse': '{field}: muss {type} bleiben: {count} {count:Konto benutzt|Konten benutzen} dieses Feld',
  'input.accountManaged':
    '{field}: Dieses Konto wird von {reseller} verwaltet; kein anderes liegt darunter oder wird ihm berechnet',
  'input.accountDeleted': '{field}: Dieses Konto ist gelöscht',
  'input.accountOfAnotherReseller': '{field}: Dies ist das Konto eines anderen Resellers',
  'input.idTaken': '{field}: Ein Konto mit dieser ID gibt es schon',
  'input.belowItself': '{field}: darf nicht unter diesem Konto liegen: ein Kreis',
  'input.billedToItself': '{field}: darf nicht diesem Konto berechnet werden: ein Kreis',
  'input.currencyFixed': '{field}: bleibt {currency}, denn das Konto hat Aufzeichnungen',
  'input.currencyOfRecords': '{field}: muss {currency} sein, denn darin hat das Konto Aufzeichnungen',
  'input.othersBilledToIt': '{field}: Diesem Konto werden andere berechnet; verlegen Sie diese zuerst',
  'input.othersBelowIt': '{field}: Unter diesem Konto liegen andere; verlegen Sie diese zuerst',
  'input.othersBilledAndBelow':
    '{field}: Diesem Konto werden andere berechnet, und unter ihm liegen andere; verlegen Sie diese zuerst',
  'input.creditNote': '{field}: ist eine Gutschrift; nur eine Rechnung kann gutgeschrieben werden',
  'input.tooManyDigits': '{field}: höchstens {digits} Stellen nach dem Punkt in {currency}',
  'input.moreThanLeft': '{field}: höchstens {left}; mehr ist von der Zeile nicht übrig',
  'input.noReleaseWhileMoving':
    '{field}: ein Konto, dessen Wechsel angekündigt ist; schließen Sie ihn zuerst ab oder ziehen Sie ihn zurück',
  'input.neverManaged': '{field}: kein Konto, das ein Reseller verwaltet oder verwaltet hat',
  'input.notManaged': '{field}: kein Konto, das ein Reseller verwaltet',
  'input.noMoveAnnounced': '{field}: ein Konto, für das kein Wechsel angekündigt ist',
  'input.moveAnnounced':
    '{field}: ein Konto, dessen Wechsel schon angekündigt ist, zu einem anderen Reseller oder mit anderer Quell-ID; ziehen Sie ihn zuerst zurück',
  'input.managedByIt': '{field}: ein Konto, das {reseller} schon verwaltet',
  'input.notNamed': '{field}: jedes laufende Abonnement ist zu nennen; es fehlen: {missing}',
  'input.priceOfEnded': '{field}: nur für ein Abonnement, das weiterläuft',
  'input.sourceIdOfAnother': '{field}: die ID eines anderen Abonnements dieses Kontos',
  'input.notMapped': '{field}: jedes laufende Abonnement muss genannt werden; es fehlen: {missing}',

  'reseller.accountDeleted': 'Das Konto von {reseller} ist gelöscht: Ihm kann nichts berechnet werden.',
  'reseller.backOrderingInactive':
    'Back-Ordering ist für {reseller} nicht aktiv; ein Administrator des Distributors schaltet es ein.',
  'reseller.sourceAccountTaken': '{reseller} hat hier schon einen Kunden mit dieser Quell-ID.',
  'reseller.idOfAnotherAccount': 'Die ID, die das Konto dieses Kunden bekäme, hat schon ein anderes Konto.',
  'reseller.deletedByDistributor':
    'Der Distributor hat das Konto von {reseller} gelöscht: Kunden können ihm nicht berechnet werden.',
  'reseller.suspended': 'Der Distributor hat {reseller} suspendiert: Bis das aufgehoben ist, wird nichts angenommen.',
  'reseller.ended': 'Der Distributor hat das Geschäft mit {reseller} beendet: Es wird nichts mehr angenommen.',
  'goLive.notTransferred':
    '{account} wird {reseller} berechnet, hat laufende Abonnements und ist nicht übergeben: Übergeben Sie es zuerst.',
  'billTo.notReseller': 'Das Konto wird nicht {reseller} berechnet: Setzen Sie zuerst den Rechnungsempfänger.',
  'billTo.resellerOnly': 'Rechnungen dieses Kontos gehen an {reseller} und an niemanden sonst.',
  'billTo.cannotPay': 'Der Rechnungsempfänger des Kontos kann nicht dafür zahlen: Ändern Sie ihn zuerst.',
  'billTo.managed': 'Der Rechnungsempfänger des Kontos ist ein Konto, das {reseller} verwaltet: Ändern Sie ihn zuerst.',
  'customField.unknown': 'Es gibt kein individuelles Feld mit diesem Code.',
  'customField.required': '{field} {field:ist|sind} erforderlich.',
  'edit.concurrent': 'Jemand anders hat das Konto inzwischen geändert: Es hat die Revision {revision}.',
  'idempotency.keyReused':
    'Dieser Idempotenzschlüssel wurde mit anderen Eingaben benutzt; nehmen Sie für ein weiteres Anlegen einen neuen.',
  'invoice.first':
    'Zeiträume, die vor heute begonnen haben, sind noch nicht berechnet; erzeugen Sie zuerst die Rechnungen des Kontos.',
  'reseller.otherCurrency': '{reseller} wird in {currency} abgerechnet, das Konto in einer anderen Währung.',
  'invoice.nothingPending': 'Bis {day} steht nichts zur Berechnung an.',
  'notFound.reference': '{field}: Es gibt nichts mit dieser ID, das Sie sehen dürfen.',
  'notFound.subscription': 'Das Konto hat kein Abonnement mit dieser ID.',
  'notFound.invoice': 'Das Konto hat keine Rechnung mit dieser ID.',
  'notFound.invoiceLine': 'Die Rechnung hat keine Zeile mit dieser ID.',
  'notFound.relation': 'Das Konto hat keine Beziehung mit dieser ID.',
  'notFound.contact': 'Das Konto hat keinen Kontakt mit dieser ID.',
  'notFound.account': 'Es gibt kein Konto mit dieser ID.',
  'notFound.sharingRule': 'Es gibt keine Freigaberegel mit dieser ID.',
  'notFound.priceList': 'Es gibt keine Preisliste mit dieser ID.',
  'notFound.tenantReseller': 'Es gibt keinen Reseller mit dieser ID.',
  'service.notOffered': 'Es gibt keinen Preis von „{sku}“ mit der Abrechnung {billingPeriod} in {currency}.',
  'service.unknown': 'Es gibt keinen Dienst „{sku}“.',
  'sync.notCopied': 'Dieser Kunde ist nicht kopiert: Er hat hier noch kein bezahltes Abonnement.',
  'sync.movePending':
    'Ein Konto wird hier zu diesem Kunden. Senden Sie es noch einmal, wenn der Distributor den Wechsel abgeschlossen hat.',
  'sync.customerLeft': 'Dieser Kunde hat den Reseller hier verlassen; für ihn wird nichts erfasst.',
  'sync.customerDeleted':
    'Der Reseller hat diesen Kunden gelöscht: Bis zur Wiederherstellung wird nichts Neueres angenommen. Danach noch einmal senden.',
  'sync.versionConflict': 'Version {version} wurde mit anderem Inhalt erfasst: {fields}.',
  'sync.trial': 'Ein Testabonnement ist nicht bezahlt. Senden Sie es, wenn es bezahlt wird.',
  'sync.subscriptionNotRecorded':
    'Dieses Abonnement ist hier noch nicht erfasst. Senden Sie die Kündigung danach noch einmal.',
  'subscription.conflict':
    'Dieses Abonnement wurde mit anderem Inhalt erfasst. Dienst und Abrechnungszeitraum ändern sich nie; senden Sie eine andere Menge mit einer Quellversion des Abonnements.',
  'subscription.otherId': 'Dieses Abonnement hat hier eine andere ID, seit sein Konto zurückgegeben wurde.',
  'subscription.versionConflict': 'Version {version} dieses Abonnements wurde mit anderem Inhalt erfasst.',
  'subscription.sendState':
    'Dieses Abonnement folgt den Versionen seiner Quelle: Senden Sie seinen Stand mit dem Enddatum und einer höheren Version.',
  'subscription.cancelled': 'Das Abonnement ist schon zum {day} gekündigt.',
  'outcome.unknown':
    'Die Verbindung zur Datenbank ist abgebrochen, während die Änderung gespeichert wurde: Ob sie gespeichert ist, ist nicht bekannt. Sehen Sie nach, bevor Sie sie noch einmal senden, oder senden Sie sie mit demselben Idempotenzschlüssel.',
  'outcome.unknownRepeatable':
    'Die Verbindung zur Datenbank ist abgebrochen, während die Änderung gespeichert wurde: Ob sie gespeichert ist, ist nicht bekannt. Senden Sie sie noch einmal: Was getan ist, wird nicht zweimal getan.',
  'unavailable.nothingChanged':
    'Eine Sperre oder die Datenbank war nicht rechtzeitig zu haben; nichts wurde geändert. Versuchen Sie es noch einmal.',
  'errors.more': '{count} weitere Fehler werden nicht genannt.',
};
