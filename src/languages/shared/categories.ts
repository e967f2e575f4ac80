import type { SpendingCategory } from '../../kernel/vocabulary/spending-category.ts';
import type { CategoryWords } from '../../reading/merchants/finder-words.ts';

/**
 * By category, names of merchants and words that they and processors write in descriptions, whatever
 * the member's language. The first category that fits is an entry's own: `COSTCO GAS` is fuel.
 */
export const categories: Readonly<Record<SpendingCategory, CategoryWords>> = {
  cash: {
    names:
      'atm, atm withdrawal, cash withdrawal, cash advance, atm wd, teller withdrawal, retiro cajero, retrait gab, guichet, cajero automatico',
  },
  fees: {
    kinds: 'fee',
    names:
      'overdraft fee, nsf fee, service charge, maintenance fee, late fee, foreign transaction fee',
  },
  dividends: { kinds: 'dividend, interest', names: 'dividend, interest paid' },
  income: {
    names:
      'payroll, direct dep, direct deposit, salary, paycheck, dir dep, wages, pay check, ssa treas, soc sec, social security, pension, annuity, unemployment, nomina, paie, salaire, va benefit',
  },
  travel: {
    names: `airlines, airline, air lines, airways, southwest, southwes, delta air, united air, american air, frontier air, spirit air, jetblue, alaska air, air canada, aeromexico, volaris, air transat, westjet, hotel, hotels, motel, inn, marriott, hilton, hyatt, holiday inn, hampton, best western, airbnb, vrbo, expedia, booking com, priceline, hertz, avis, enterprise rent, budget rent, rental car, travel, cruise, resort, hostal, auberge`,
  },
  rent: {
    names:
      'rent, apartments, apartment, apts, property mgmt, property management, realty, mortgage, housing, leasing, hoa, alquiler, renta, loyer, inmobiliaria',
  },
  insurance: {
    names:
      'insurance, ins prem, geico, progressive, state farm, statefarm, allstate, usaa, farmers ins, liberty mutual, nationwide, seguro, seguros, assurance, assurances, aflac, metlife, ssq, desjardins assur',
  },
  utilities: {
    names: `electric, electricity, elec, energy, power, water, sewer, utility, utilities, gas co, gas company, natural gas, trash, waste, waste mgmt, waste management, ameren, spire, con ed, coned, pge, duke energy, dominion, xcel, entergy, hydro, hydro quebec, energir, cfe, republic services, centerpoint, reliant, txu, oncor, missouri american water`,
  },
  fuel: {
    names: `fuel, gas, gasoline, gas station, petrol, gasolina, gasolinera, essence, shell, shell oil, exxon, exxonmobil, mobil, chevron, texaco, bp, conoco, phillips 66,
      quiktrip, qt, circle k, circlek, speedway, sunoco, marathon, valero, citgo, sinclair, caseys, casey s, wawa, sheetz, racetrac, raceway, pilot, loves, love s, flying j,
      murphy, murphy usa, buc ees, kum and go, kum go, costco gas, sams gas, kroger fuel, heb gas, mobile gas, petro, petro canada, esso, ultramar, irving, pemex, arco, royal farms, cenex, kwik trip, kwik star, maverik`,
  },
  coffee: {
    names: `coffee, cafe, caffe, espresso, roaster, roasters, roasting, starbucks, sbux, dunkin, dunkin donuts, tim hortons, peets, caribou, dutch bros, scooters, second cup, van houtte, brulerie, cafeteria, kaldi, kaldis, blue bottle, tea, boba, teahouse`,
  },
  pharmacy: {
    names:
      'pharmacy, pharmacie, farmacia, drug, drugs, drugstore, rx, cvs, walgreens, walgreen, rite aid, duane reade, jean coutu, pharmaprix, shoppers drug, uniprix, familiprix, farmacias, express scripts, optumrx',
  },
  rides: {
    names: `uber, uber trip, lyft, taxi, cab, yellow cab, metro transit, transit, subway fare, bus, mta, stm, bart, cta, metrolink, amtrak, train, parking, park meter, parkmobile, spothero, parkwhiz, toll, ezpass, e zpass, txtag, fastrak, ipass, bike share, bikes, bixi, estacionamiento, stationnement, via rail`,
  },
  groceries: {
    names: `grocery, groceries, grocer, grocers, market, supermarket, foods, food mart, pantry, produce, butcher, carniceria, panaderia, supermercado, mercado, abarrotes, epicerie, supermarche, boucherie, boulangerie, fruiterie,
      kroger, schnucks, schnuck, dierbergs, aldi, lidl, publix, safeway, albertsons, meijer, hy vee, hyvee, heb, h e b, wegmans, giant eagle, food lion, stop and shop, stop shop, shoprite, winn dixie, piggly wiggly, trader joe, trader joes,
      whole foods, wholefds, sprouts, fresh thyme, costco, costco whse, sams club, samsclub, wm supercenter, walmart, wal mart, target, winco, save a lot, food 4 less, ralphs, vons, jewel, marianos, harris teeter, hannaford, price chopper, fareway, fiesta mart, cub foods, save mart,
      iga, metro, maxi, provigo, super c, loblaws, sobeys, adonis, avril, rachelle bery, chedraui, soriana, bodega aurrera, la comer, instacart, costco wholesale, smart and final, ranch market, h mart, 99 ranch`,
  },
  restaurants: {
    names: `restaurant, restaurante, rest, rstrnt, resto, grill, grille, bistro, diner, kitchen, eatery, cantina, taqueria, taco, tacos, pizza, pizzeria, burger, burgers, bbq, barbecue, smokehouse, noodles, noodle, ramen, sushi, thai, pho, wok, china, deli, bagel, bakery, donut, donuts,
      steakhouse, wings, sandwich, sandwiches, subs, ice cream, creamery, pub, tavern, brewery, brewing, taproom, bar, buffet, poutine, rotisserie, cuisine, tst, mcdonalds, mcdonald, burger king, wendys, wendy s, arbys, taco bell, kfc, popeyes, chick fil a, chickfila, chipotle, panera, subway,
      jimmy johns, dominos, domino s, pizza hut, papa johns, papa john, little caesars, sonic, sonic drive, dairy queen, dq, culvers, steak n shake, white castle, whataburger, jack in the box, in n out, five guys, shake shack, panda express, olive garden, applebees, chilis, outback, ihop, dennys, waffle house, cracker barrel,
      texas roadhouse, red lobster, buffalo wild, doordash, dd doordash, grubhub, uber eats, ubereats, postmates, skip the dishes, st hubert, cora, cage aux sports, la belle province, hardees, zaxbys, raising canes, freddys, qdoba, noodles and co, food truck, catering, cart`,
  },
  phone: {
    names: `mobile, wireless, cellular, telecom, internet, broadband, cable, fiber, verizon, vzw, vzwrlss, att, at t, t mobile, tmobile, sprint, cricket, metropcs, boost, us cellular, mint mobile, visible, google fi, comcast, xfinity, spectrum, charter comm, cox, centurylink, frontier, optimum,
      bell canada, videotron, rogers, telus, fizz, koodo, fido, virgin plus, telcel, telmex, izzi, totalplay`,
  },
  streaming: {
    names: `netflix, spotify, hulu, disney plus, disneyplus, hbo, hbomax, paramount, peacock, youtube premium, youtubepremium, youtube tv, apple music, apple com bill, itunes, prime video, audible, kindle, pandora, sirius, siriusxm, crunchyroll, twitch, crave, illico, tou tv, tidal, deezer, tunebox, patreon, subscription, adobe, dropbox, icloud, google one`,
  },
  entertainment: {
    names: `cinema, cinemas, theater, theatre, theaters, amc, regal, marcus, fandango, movie, movies, ticketmaster, stubhub, eventbrite, concert, museum, zoo, botanical, aquarium, bowling, arcade, game, games, gamestop, steam, steamgames, playstation, xbox, nintendo, golf, casino, lottery, cine, cinepolis, cineplex, musee, teatro, theatre, live nation`,
  },
  health: {
    names: `medical, clinic, hospital, dental, dentist, doctor, dr, physicians, urgent care, health, healthcare, optical, vision, eye care, therapy, chiropractic, labcorp, quest diagnostics, kaiser, bjc, mercy, gym, fitness, planet fitness, ymca, yoga, crossfit, clinica, dentista, clinique, dentaire, optometrie`,
  },
  home: {
    names: `home depot, homedepot, lowes, lowe s, menards, ace hardware, hardware, true value, ikea, furniture, wayfair, bed bath, homegoods, home goods, linens, nursery, garden, lumber, appliance, paint, sherwin, harbor freight, tractor supply, rona, reno depot, canadian tire, patrick morin, ferreteria, quincaillerie, muebles, meubles`,
  },
  pets: {
    names:
      'pet, pets, petco, petsmart, chewy, vet, veterinary, animal, animal hospital, mondou, veterinaria, animalerie, mascotas',
  },
  clothes: {
    names: `clothing, apparel, shoes, shoe, boutique, fashion, old navy, gap, banana republic, nike, adidas, hm, h m, zara, uniqlo, tj maxx, tjmaxx, t j maxx, marshalls, ross, ross stores, burlington, kohls, kohl s, macys, macy s, nordstrom, jcpenney, dillards, foot locker, dsw, famous footwear, victoria s secret, lululemon, simons, reitmans, ropa, zapateria, vetements, chaussures`,
  },
  online: {
    names: `amazon, amzn, amazon mktp, ebay, etsy, aliexpress, shein, temu, wish com, marketplace, online, shop com, shopify, shopee, mercadolibre, mercado libre, best buy, bestbuy, newegg, markethub, booknook, bookstore, books, barnes noble`,
  },
};
