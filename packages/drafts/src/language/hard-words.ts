/**
 * Words of offices, each with what people say. Left of the arrow the hard word, in the forms in which
 * it is used with `/` between them; right of it the plainer one.
 */
const WORDS = `
aangaande > over
aangezien > omdat
aanstonds > straks
aanvang > begin
aanvangen > beginnen
aanwenden > gebruiken
aanzienlijk/aanzienlijke > veel, groot
abusievelijk > per ongeluk
accorderen > goedkeuren
adequaat/adequate > goed, passend
additioneel/additionele > extra
afdoende > genoeg
alsmede > en, en ook
alsnog > toch nog
alvorens > voordat
ambulant/ambulante > aan huis, zonder opname
analoog aan > net als
anderzijds > aan de andere kant
anticiperen > vooruitlopen, rekening houden
ingevolge > volgens
ad hoc > voor deze keer
behelzen/behelst > bevatten, gaan over
behoudens > behalve
belanghebbende > wie het aangaat
beleidsmatig/beleidsmatige > in het beleid
benodigd/benodigde > nodig
beogen/beoogt > willen bereiken
beoogde > gewenste
beschikken over > hebben
betreffende > over
betrokkene/betrokkenen > wie het aangaat, het gezin
bewerkstelligen > zorgen voor
bijgevolg > daarom
binnen afzienbare tijd > snel
blijkens > zoals blijkt uit
bovendien > ook
bovengenoemd/bovengenoemde > deze
bovenstaand/bovenstaande > dit
casus > geval, gezin
casuïstiek > gevallen
client/clienten > gezin, kind, ouder
coherent/coherente > samenhangend
commitment > inzet
communiceren > laten weten
concretiseren > duidelijk maken
conform > volgens
consequentie/consequenties > gevolg
consistent/consistente > steeds hetzelfde
continueren > doorgaan met
continuïteit > dat het doorgaat
coördineren > regelen
creëren > maken
cruciaal/cruciale > heel belangrijk
daadwerkelijk/daadwerkelijke > echt
daar waar > als, waar
daarenboven > ook
daartoe > daarvoor
derhalve > dus
desalniettemin > toch
desbetreffend/desbetreffende > deze
desgewenst > als u wilt
deskundigheidsbevordering > bijscholing
dienaangaande > daarover
dient te/dienen te > moet
dientengevolge > daardoor
diverse > verschillende
doch > maar
doeltreffend/doeltreffende > wat werkt
doelmatig/doelmatige > zonder verspilling
doorlooptijd/doorlooptijden > hoe lang het duurt
draagvlak > steun
echter > maar
een aantal > enkele
een en ander > dit
effectueren > uitvoeren
eenduidig/eenduidige > duidelijk
eenieder > iedereen
effectief/effectieve > wat werkt
ernaar streven > willen
escaleren > verder omhoog brengen
essentieel/essentiële > heel belangrijk
evaluatie > terugkijken
evalueren > nagaan hoe het ging
evenals > net als
eveneens > ook
evenwel > maar
evident/evidente > duidelijk
ex artikel > volgens artikel
expertise > kennis
expliciet/expliciete > duidelijk
faciliteren > mogelijk maken, helpen
fluctueren > op en neer gaan
frequent/frequente > vaak
frequentie > hoe vaak
functioneren > werken
gedurende > tijdens
gehanteerd/gehanteerde > gebruikt
gelet op > vanwege
genereren > maken, opleveren
gerelateerd aan > hoort bij
geïndiceerd/geïndiceerde > toegewezen
geconstateerd > gezien, gemerkt
gezien het feit dat > omdat
gremium/gremia > overleg
hanteren > gebruiken
heden > nu
heroverwegen > opnieuw bekijken
hetgeen > wat
hiaat/hiaten > gat
hieromtrent > hierover
hiertoe > hiervoor
idem > ook zo
implementatie > invoering
implementeren > invoeren
impliceren/impliceert > betekenen
in acht nemen > letten op
in casu > in dit geval
in het kader van > voor, bij
in toenemende mate > steeds meer
incidenteel/incidentele > soms
indicatie > aanwijzing, besluit over hulp
indien > als
inherent/inherente > wat erbij hoort
initiatief nemen tot > beginnen met
initiëren > beginnen
inmiddels > nu
instroom > wie erbij komt
integraal/integrale > in samenhang
interventie/interventies > hulp, aanpak
inzake > over
inzet plegen > helpen
inzichtelijk maken > laten zien
jegens > tegenover
kenbaar maken > laten weten
knelpunt/knelpunten > probleem
krachtens > volgens
kwantificeren > in getallen zeggen
mandaat > toestemming om te beslissen
maatwerk > hulp die past
mede > ook
medio > midden
met betrekking tot > over
met ingang van > vanaf
met name > vooral
middels > met, door
mitigeren > kleiner maken
mits > als
monitoren > volgen
monitoring > het volgen
multidisciplinair/multidisciplinaire > met verschillende deskundigen
naar aanleiding van > door, na
naar verwachting > waarschijnlijk
nader/nadere > verder
nadien > daarna
niettegenstaande > ondanks
nihil > niets
nochtans > toch
noodzakelijk/noodzakelijke > nodig
noodzakelijkerwijs > wel moeten
omtrent > over
onderhavig/onderhavige > dit
onverwijld > meteen
ondervinden > merken, hebben
onderschrijven > het eens zijn met
ongeacht > wat ook
onontbeerlijk/onontbeerlijke > nodig
ontberen > missen
op basis van > met, door
op korte termijn > snel
opdat > zodat
operationaliseren > uitwerken
optimaal/optimale > zo goed mogelijk
optimaliseren > verbeteren
overeenkomstig > volgens
participeren > meedoen
perspectief > uitzicht, kant
pilot > proef
positioneren > neerzetten
prevaleren > voorgaan
preventief/preventieve > om te voorkomen
primair/primaire > eerst, vooral
prioriteren > kiezen wat eerst gaat
prioriteit geven aan > eerst doen
problematiek > problemen
proces-verbaal > verslag
procedure > stappen
ratio > reden
realiseren > bereiken, maken
reeds > al
relevant/relevante > belangrijk
respectievelijk > en daarna
respons > antwoord
resulteren in/resulteert in > leiden tot
resumerend > kort gezegd
significant/significante > duidelijk, groot
signaleren > merken, melden
sinds geruime tijd > al lang
stagneren > stilstaan
stagnatie > stilstand
stakeholder/stakeholders > wie ermee te maken heeft
strekking > bedoeling
structureel/structurele > blijvend
sub > onder
substantieel/substantiële > groot
te allen tijde > altijd
ten aanzien van > over
ten behoeve van > voor
ten einde/teneinde > om te
ten gevolge van > door
ten tijde van > tijdens
tenuitvoerlegging > uitvoering
terzake > hierover
tevens > ook
thans > nu
ter beschikking stellen > geven
toereikend/toereikende > genoeg
toetsen > nagaan
transformatie > verandering
transparant/transparante > duidelijk
trachten > proberen
uitstroom > wie weggaat
uit hoofde van > vanwege
urgentie > haast
urgent/urgente > met haast
uiteenzetten > uitleggen
vanuit het oogpunt van > voor
van mening zijn > vinden
veelal > vaak
verantwoording afleggen > uitleggen wat u deed
vergen/vergt > vragen, nodig hebben
verifiëren > nagaan
vermeld/vermelde > genoemd
verstrekken > geven
vervaardigen > maken
vervolgens > daarna
verwerven > krijgen
vigerend/vigerende > wat nu geldt
voor wat betreft > over
voornemens zijn > van plan zijn
voornoemd/voornoemde > deze
voortvloeien uit/voortvloeit uit > komen door
vooralsnog > voorlopig
voorts > ook
waarborgen > zorgen voor
wederom > weer
wenselijk/wenselijke > goed
wijze waarop > hoe
zodoende > zo
zorg dragen voor > zorgen voor
zorgbehoefte > welke hulp nodig is
zulks > dit
`

export interface HardWord {
  readonly forms: readonly string[]
  readonly plain: string
}

export const HARD_WORDS: readonly HardWord[] = WORDS.trim()
  .split('\n')
  .map((line) => {
    const [forms = '', plain = ''] = line.split(' > ')
    return { forms: forms.split('/'), plain }
  })
