"""A small county web of our own on 127.0.0.1: the embedded default, the test world and the load generator.

It writes county news in its own sentences and knows what is true of each article (:mod:`demo.news`), shows them as sites of
nineteen CMS families (:mod:`demo.families`), with the faults of real sites where a plan asks for them (:mod:`demo.faults`), and lets time
pass between two crawls (:mod:`demo.events`).

    with demo.server.serve(demo.plan.default(3, 300)) as web:       # one port a site
        web.sites[0].home, web.sites[0].columns, web.truth()        # truth rows: export keys, url, key (same report, same key)
        web.advance(new=3, edits=1, moves=1, removals=1)            # gives the events that happened
        web.sites[0].log.paths                                      # how often each address was asked for

``demo.apart.serve_apart(plan)`` does the same from a process of its own; ``python -m demo`` serves until Ctrl-C.
"""
