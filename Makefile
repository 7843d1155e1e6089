# Every target does the set-up that it needs; .ci/setup is quick when nothing is to be done.
.PHONY: serve test bench package setup bundle format lint domain browser package-test e2e size

with := .ci/with

serve: ## builds the release bundle and serves it on 127.0.0.1
	@.ci/setup build
	@$(MAKE) --no-print-directory bundle
	@$(with) node tests/serve.js

test: setup format lint domain browser bundle package-test e2e size ## everything that is tested, fast things first
	@echo "all tests passed"

setup:
	@.ci/setup

format:
	@echo "formatting"
	@$(with) cargo fmt --check

lint:
	@echo "lints, natively and for the browser"
	@$(with) cargo clippy --quiet --all-targets -- -D warnings
	@$(with) cargo clippy --quiet --all-targets --target wasm32-unknown-unknown -- -D warnings
	@$(with) cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features package -- -D warnings

domain:
	@echo "the domain, natively"
	@$(with) cargo test --quiet

browser:
	@echo "the app in a headless browser"
	@$(with) .ci/browser-tests

bundle:
	@echo "the release bundle"
	@.ci/bundle

package: ## the npm package, in pkg/
	@.ci/setup
	@echo "the npm package"
	@$(with) wasm-pack --log-level warn build --mode no-install --no-opt --target nodejs -- --no-default-features --features package

package-test: package
	@$(with) node --test --test-reporter=dot tests/package.test.js

e2e:
	@echo "the release bundle, end to end"
	@$(with) node --test --test-reporter=dot tests/e2e/

size:
	@$(with) node tests/size.js

bench: setup bundle ## speeds in Chromium, each as a ratio to something a person could use instead
	@$(MAKE) --no-print-directory package
	@$(with) node tests/bench.js
